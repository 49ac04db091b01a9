// The texts of concepts.lex, cues.lex and phrases.gram (written by cmake/modules.cmake).
#pragma once

namespace aietl::synthesis {

extern const char kConceptsText[];
extern const char kCuesText[];
extern const char kPhrasesText[];

}  // namespace aietl::synthesis
