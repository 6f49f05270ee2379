package org.pacegate.web.questionnaire;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.questionnaire.EnableWhen;
import org.pacegate.domain.questionnaire.Enablement.Behavior;
import org.pacegate.domain.questionnaire.Item;
import org.pacegate.domain.questionnaire.ItemType;
import org.pacegate.domain.questionnaire.Option;
import org.pacegate.domain.questionnaire.Text;
import org.pacegate.service.questionnaire.QuestionnaireLine;
import org.pacegate.web.shared.LanguageView;
import org.pacegate.web.shared.Translations;

/** Says what an item asks, in the reader's language and in the other one. */
@Named
@RequestScoped
public class ItemWords {

  private static final String FEATURE = "questionnaire";

  @Inject private LanguageView language;
  @Inject private Translations words;

  public String of(Text text) {
    return text.in(Language.valueOf(language.getTag()));
  }

  /** The same in the other language, or null when it is not translated. */
  public String other(Text text) {
    return text.isTranslated() ? text.in(Language.valueOf(getOtherTag())) : null;
  }

  /** The other language's tag, so that it is read aloud as it should be. */
  public String getOtherTag() {
    return language.getTag().equals("es") ? "en" : "es";
  }

  /** A version's state: what ships is always in use. */
  public String state(QuestionnaireLine line) {
    return line.isShipped() ? "SHIPPED" : line.state().name();
  }

  /** The words of the options by code; of yes and no for a question that takes no others. */
  public Map<String, String> options(Item item) {
    Map<String, String> options = new LinkedHashMap<>();
    if (item.type() == ItemType.BOOLEAN) {
      options.put("true", words.say(FEATURE, "yes"));
      options.put("false", words.say(FEATURE, "no"));
    }
    for (Option option : item.options()) {
      String other = other(option.text());
      String both = of(option.text()) + (other == null ? "" : " · " + other);
      options.put(option.code(), both);
    }
    return options;
  }

  public List<String> codes(Item item) {
    return List.copyOf(options(item).keySet());
  }

  /** Unit and limits, what may be chosen beside own words, and how "not sure" is typed; or null. */
  public String hint(Item item) {
    String hint =
        Stream.of(
                Stream.ofNullable(limits(item)),
                item.type() == ItemType.OPEN_CHOICE
                    ? options(item).entrySet().stream()
                        .map(option -> option.getKey() + ": " + option.getValue())
                    : Stream.<String>empty(),
                item.takesNotSure()
                    ? Stream.of(words.say(FEATURE, "notSure.hint"))
                    : Stream.<String>empty())
            .flatMap(lines -> lines)
            .collect(Collectors.joining(" · "));
    return hint.isEmpty() ? null : hint;
  }

  /** Unit and limits, or null. */
  private String limits(Item item) {
    if (item.type() == ItemType.DATE) {
      return words.say(FEATURE, "date.hint");
    }
    if (!item.type().isNumber()) {
      return null;
    }
    return words.say(
        FEATURE,
        "limits",
        item.range().min().map(BigDecimal::toPlainString).orElse("…"),
        item.range().max().map(BigDecimal::toPlainString).orElse("…"),
        item.range().unit().orElse(""));
  }

  /** The conditions of an item in short, or null when it always applies. */
  public String conditions(Item item) {
    List<EnableWhen> conditions = item.enablement().conditions();
    if (conditions.isEmpty()) {
      return null;
    }
    String between =
        words.say(FEATURE, item.enablement().behavior() == Behavior.ANY ? "or" : "and");
    return conditions.stream()
        .map(each -> each.question() + " " + sign(each) + " " + each.answer().asText())
        .collect(Collectors.joining(" " + between + " "));
  }

  private static String sign(EnableWhen condition) {
    return switch (condition.operator()) {
      case EXISTS -> "exists";
      case EQUAL -> "=";
      case NOT_EQUAL -> "≠";
      case GREATER -> ">";
      case LESS -> "<";
      case GREATER_OR_EQUAL -> "≥";
      case LESS_OR_EQUAL -> "≤";
    };
  }
}
