// The texts of concepts.lex and cues.lex (written by cmake/modules.cmake).
#pragma once

namespace aietl::synthesis {

extern const char kConceptsText[];
extern const char kCuesText[];

}  // namespace aietl::synthesis
