#include <map>

#include "base/text.h"
#include "base/utf8.h"
#include "spec/names.h"
#include "spec/rules.h"

namespace aietl::spec {
namespace {

// A name near `text` that is allowed: other characters become underscores.
std::string UsableName(const std::string& text) {
  std::string out;
  for (const char32_t c : DecodeUtf8(text)) {
    const std::string letter = EncodeUtf8(std::u32string(1, c));
    out += IsName("a" + letter) ? letter : "_";
  }
  if (!IsName(out)) out = "t_" + out;
  return out;
}

class NameRules {
 public:
  explicit NameRules(Findings& findings) : findings_(findings) {}

  void Check(const char* section, const std::string& name, const Place& place) {
    const std::string object = std::string(section) + "." + name;
    if (!IsName(name)) {
      Problem& problem = findings_.Error("bad_name", place, object,
                                         Msg("{} cannot be used as a name in SQL", Quoted(name)));
      problem.hint = name.empty()
                         ? Tr("use letters, digits and underscores, and start with a letter")
                         : Msg("did you mean {}?", UsableName(name));
    } else if (IsReserved(name)) {
      findings_.Error("reserved_name", place, object, Msg("{} is a keyword of SQL", name)).hint =
          Msg("choose another name, such as {}", name + "_rows");
    }
    const auto [first, added] = seen_.emplace(LowerUtf8(name), place);
    if (!added) {
      findings_
          .Error("duplicate_name", place, object,
                 Msg("{} is already the name of another source or step", name))
          .hint = Msg("the first is in line {}; SQL does not tell upper and lower case apart",
                      first->second.line);
    }
  }

 private:
  Findings& findings_;
  std::map<std::string, Place> seen_;
};

}  // namespace

void CheckNames(const Reading& reading, const Pipeline& pipeline) {
  NameRules rules(reading.findings);
  for (const Source& source : pipeline.sources)
    rules.Check("sources", source.name, source.place);
  for (const Step& step : pipeline.steps)
    rules.Check("steps", step.name, step.place);
}

}  // namespace aietl::spec
