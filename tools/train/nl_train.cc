// Trains the network behind questions on what aietl-nl-export wrote. One thread; killed at any time
// it goes on from its checkpoint. Options stand in tools/train/README.md.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/durable_file.h"
#include "json/value.h"
#include "synthesis/learned/training/augment.h"
#include "synthesis/learned/training/loss.h"

using namespace aietl;
using namespace aietl::synthesis::learned;

namespace {

constexpr double kThinnedWords = 0.5;  // chance of a word that says nothing to stay away

struct DataSet {
  std::string path;
  double share = 1;  // of its examples, in every epoch
  int least = 2;     // databases in which a word must occur
};

struct Options {
  std::vector<DataSet> data;
  std::string folds, out, checkpoint;
  int fold = -1;
  int epochs = 16, batch = 24, seed = 1;
  double rate = 1e-3, dropout = 0.15, word_dropout = 0.1, averaged = 0.15;
  double thinned = 0.3;   // share of examples that lose words which say nothing
  double reworded = 0.2;  // share of examples that keep what the lexicon knows of their words
  NetworkSize size;
};

[[noreturn]] void Stop(const std::string& why) {
  std::fprintf(stderr, "aietl-nl-train: %s\n", why.c_str());
  std::exit(2);
}

template <class T>
T Must(Result<T> result) {
  if (!result) Stop(result.error().ToString());
  return std::move(*result);
}

// FILE[:SHARE[:LEAST]]
DataSet DataSetOf(const std::string& text) {
  DataSet out;
  const size_t first = text.find(':'), second = text.find(':', first + 1);
  out.path = text.substr(0, first);
  if (first != std::string::npos) out.share = std::atof(text.c_str() + first + 1);
  if (first != std::string::npos && second != std::string::npos)
    out.least = std::atoi(text.c_str() + second + 1);
  return out;
}

Options OptionsOf(int argc, char** argv) {
  Options out;
  std::map<std::string, std::string*> texts{
      {"--folds", &out.folds}, {"--out", &out.out}, {"--checkpoint", &out.checkpoint}};
  std::map<std::string, int*> numbers{{"--fold", &out.fold},
                                      {"--epochs", &out.epochs},
                                      {"--batch", &out.batch},
                                      {"--seed", &out.seed},
                                      {"--width", &out.size.width},
                                      {"--heads", &out.size.heads},
                                      {"--inner", &out.size.inner},
                                      {"--encoder-layers", &out.size.encoder_layers},
                                      {"--decoder-layers", &out.size.decoder_layers}};
  std::map<std::string, double*> shares{{"--rate", &out.rate},
                                        {"--dropout", &out.dropout},
                                        {"--word-dropout", &out.word_dropout},
                                        {"--averaged", &out.averaged},
                                        {"--thinned", &out.thinned},
                                        {"--reworded", &out.reworded}};
  for (int i = 1; i < argc; i += 2) {
    const std::string name = argv[i];
    if (i + 1 == argc) Stop(name + " needs a value");
    const std::string value = argv[i + 1];
    if (name == "--data")
      out.data.push_back(DataSetOf(value));
    else if (texts.contains(name))
      *texts[name] = value;
    else if (numbers.contains(name))
      *numbers[name] = std::atoi(value.c_str());
    else if (shares.contains(name))
      *shares[name] = std::atof(value.c_str());
    else
      Stop("unknown option " + name);
  }
  if (out.data.empty() || out.out.empty()) Stop("--data FILE and --out FILE are needed");
  return out;
}

std::set<std::string> TestDatabases(const Options& options) {
  std::set<std::string> out;
  if (options.folds.empty() || options.fold < 0) return out;
  const json::Value folds = Must(json::Parse(Must(ReadFile(options.folds))));
  const json::Array& all = folds["folds"].AsArray();
  if (static_cast<size_t>(options.fold) >= all.size()) Stop("no such fold");
  for (const json::Value& database : all[static_cast<size_t>(options.fold)].AsArray())
    out.insert(database.AsString());
  return out;
}

struct Corpus {
  std::vector<std::vector<Example>> train;  // by data set
  std::vector<Example> test;
  Vocabulary vocabulary;
};

Corpus ReadCorpus(const Options& options) {
  Corpus out;
  const std::set<std::string> tested = TestDatabases(options);
  int untaught = 0;
  for (const DataSet& data : options.data) {
    std::vector<Example>& train = out.train.emplace_back();
    std::ifstream file(data.path);
    if (!file) Stop("cannot read " + data.path);
    for (std::string line; std::getline(file, line);) {
      Example example = Must(ReadExample(line));
      if (example.steps.empty())
        ++untaught;
      else
        (tested.contains(example.database) ? out.test : train).push_back(std::move(example));
    }
    const Vocabulary here = VocabularyOf(train, data.least);
    for (size_t i = 1; i < here.words.size(); ++i)
      out.vocabulary.AddWord(here.words[i]);
    for (size_t i = 1; i < here.cues.size(); ++i)
      out.vocabulary.AddCue(here.cues[i]);
    for (const Allowed& state : here.states)
      if (out.vocabulary.StateOf(state) == 0) out.vocabulary.states.push_back(state);
    std::printf("%s: %zu examples\n", data.path.c_str(), train.size());
  }
  for (std::vector<Example>& train : out.train)
    NumberExamples(train, out.vocabulary);
  NumberExamples(out.test, out.vocabulary);
  std::printf("test: %zu examples; %d without steps; %zu words, %zu cues, %zu states\n",
              out.test.size(), untaught, out.vocabulary.words.size(), out.vocabulary.cues.size(),
              out.vocabulary.states.size());
  return out;
}

// The examples of one epoch in random order; the same for the same seed and epoch.
std::vector<const Example*> EpochOf(const Corpus& corpus, const Options& options, int epoch) {
  Random random(static_cast<uint64_t>(options.seed) * 1000 + static_cast<uint64_t>(epoch));
  std::vector<const Example*> out;
  const auto shuffle = [&random](std::vector<const Example*>& all) {
    for (size_t i = all.size(); i > 1; --i)
      std::swap(all[i - 1], all[random.Next() % i]);
  };
  for (size_t d = 0; d < corpus.train.size(); ++d) {
    std::vector<const Example*> all;
    for (const Example& example : corpus.train[d])
      all.push_back(&example);
    shuffle(all);
    const double wanted = options.data[d].share * static_cast<double>(all.size());
    for (size_t i = 0; i < static_cast<size_t>(wanted); ++i)
      out.push_back(all[i % all.size()]);
  }
  shuffle(out);
  return out;
}

double RateAt(const Options& options, double done) {
  constexpr double kWarm = 0.03, kPi = 3.14159265358979;
  if (done < kWarm) return options.rate * done / kWarm;
  return options.rate * (0.5 + 0.5 * std::cos(kPi * (done - kWarm) / (1 - kWarm)));
}

class Training {
 public:
  explicit Training(Options options)
      : options_(std::move(options)),
        corpus_(ReadCorpus(options_)),
        parameters_(options_.size, corpus_.vocabulary, static_cast<uint64_t>(options_.seed)) {}

  void Run() {
    for (int epoch = Restore(); epoch < options_.epochs; ++epoch) {
      const double begin = MonotonicSeconds();
      const BatchLoss loss = Epoch(epoch);
      Keep(epoch + 1);
      std::printf("epoch %d: loss %.4f, %.1f %% whole sequences; test %.1f %%; %.0f s\n", epoch + 1,
                  loss.sum / loss.steps, Percent(loss.right, seen_), Tested(),
                  MonotonicSeconds() - begin);
      std::fflush(stdout);
    }
    const std::string bytes = WriteWeights(parameters_.Learned());
    if (const auto written = WriteFileAtomically(options_.out, bytes); !written)
      Stop(written.error().ToString());
    std::printf("%s: %zu bytes\n", options_.out.c_str(), bytes.size());
  }

 private:
  static double Percent(int part, size_t whole) {
    return whole == 0 ? 0 : 100.0 * part / static_cast<double>(whole);
  }

  BatchLoss Epoch(int epoch) {
    const std::vector<const Example*> all = EpochOf(corpus_, options_, epoch);
    seen_ = all.size();
    Random random(static_cast<uint64_t>(options_.seed) * 7919 + static_cast<uint64_t>(epoch));
    const LossOptions how{options_.dropout, options_.word_dropout, &random};
    const auto size = static_cast<size_t>(options_.batch);
    BatchLoss sum;
    for (size_t i = 0; i < all.size(); i += size) {
      std::vector<const Example*> batch(
          all.begin() + static_cast<ptrdiff_t>(i),
          all.begin() + static_cast<ptrdiff_t>(std::min(i + size, all.size())));
      std::deque<Example> changed;
      for (const Example*& example : batch)
        if (random.Share() < options_.thinned)
          example = &changed.emplace_back(WithoutWords(*example, kThinnedWords, random));
      for (const Example*& example : batch)
        if (random.Share() < options_.reworded)
          example = &changed.emplace_back(InOtherWords(*example, random));
      tape_.Clear();
      parameters_.ClearGradients();
      const BatchLoss loss = LossOf(tape_, parameters_, options_.size, batch, how);
      tape_.Backward();
      const double done =
          (epoch + static_cast<double>(i) / static_cast<double>(all.size())) / options_.epochs;
      parameters_.Step({.rate = RateAt(options_, done)});
      if (done > 1 - options_.averaged) parameters_.Average();
      sum.sum += loss.sum;
      sum.steps += loss.steps;
      sum.right += loss.right;
    }
    return sum;
  }

  // Whole sequences of up to 500 test examples, every step judged after the true ones before it.
  double Tested() {
    constexpr size_t kMost = 500;
    const size_t stride = std::max<size_t>(1, corpus_.test.size() / kMost);
    int right = 0;
    size_t count = 0;
    for (size_t i = 0; i < corpus_.test.size(); i += stride, ++count) {
      tape_.Clear();
      right += LossOf(tape_, parameters_, options_.size, {&corpus_.test[i]}, {}).right;
    }
    return Percent(right, count);
  }

  int Restore() {
    if (options_.checkpoint.empty()) return 0;
    const Result<std::string> bytes = ReadFile(options_.checkpoint);
    if (!bytes) return 0;
    const size_t line = bytes->find('\n');
    if (const auto done = parameters_.Restore(std::string_view(*bytes).substr(line + 1)); !done)
      Stop(done.error().ToString());
    const int epoch = std::atoi(bytes->c_str());
    std::printf("going on after epoch %d\n", epoch);
    return epoch;
  }

  void Keep(int epoch) {
    if (options_.checkpoint.empty()) return;
    const auto kept =
        WriteFileAtomically(options_.checkpoint, std::to_string(epoch) + '\n' + parameters_.Save());
    if (!kept) Stop(kept.error().ToString());
  }

  Options options_;
  Corpus corpus_;
  Parameters parameters_;
  Tape tape_;
  size_t seen_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  Training(OptionsOf(argc, argv)).Run();
  return 0;
}
