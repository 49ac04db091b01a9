// Examples made of examples, so that the network does not hold on to what need not be there.
#pragma once

#include "synthesis/learned/training/examples.h"
#include "synthesis/learned/training/tape.h"

namespace aietl::synthesis::learned {

// Without some of the words that are linked to nothing and say nothing (articles, auxiliaries;
// other languages have none): each stays away with a chance of `share`.
Example WithoutWords(const Example& example, double share, Random& random);

// As if its words were of a language of which only the lexicon is known: words lose their stems and
// keep glosses, cues and links; of those that the lexicon does not know some keep the stem.
Example InOtherWords(Example example, Random& random);

}  // namespace aietl::synthesis::learned
