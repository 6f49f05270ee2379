package org.pacegate.domain.questionnaire;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.pacegate.domain.questionnaire.Value.Amount;
import org.pacegate.domain.questionnaire.Value.Coded;
import org.pacegate.domain.questionnaire.Value.Truth;

/** Small questionnaires in few words. */
final class Forms {
  static final Value YES = new Truth(true);
  static final Value NO = new Truth(false);

  private Forms() {}

  static Questionnaire form(Item... items) {
    return new Questionnaire("knee", "1", words("Knee"), List.of(items));
  }

  static Text words(String english) {
    return Text.of(english, english + " (es)");
  }

  static Item question(String linkId, ItemType type, Trait... traits) {
    return question(linkId, type, Enablement.always(), traits);
  }

  static Item question(String linkId, ItemType type, Enablement when, Trait... traits) {
    List<Option> options =
        type == ItemType.BODY_PICTURE
            ? List.of(option("KNEE"), option("FOOT"))
            : type.hasOptions() ? List.of(option("A"), option("B"), alone("NONE")) : List.of();
    Range range = type.isNumber() ? Range.of("km", 0, 100) : Range.any();
    return new Item(linkId, type, words(linkId), Set.of(traits), options, range, when, List.of());
  }

  static Item group(String linkId, Enablement when, Item... items) {
    return new Item(
        linkId,
        ItemType.GROUP,
        words(linkId),
        Set.of(),
        List.of(),
        Range.any(),
        when,
        List.of(items));
  }

  static Option option(String code) {
    return new Option(code, words(code), false);
  }

  static Option lasting(String code) {
    return new Option(code, words(code), false, true);
  }

  static Option alone(String code) {
    return new Option(code, words(code), true);
  }

  static EnableWhen when(String question, Operator operator, Value answer) {
    return new EnableWhen(question, operator, answer);
  }

  static Enablement ifYes(String question) {
    return Enablement.whenAll(when(question, Operator.EQUAL, YES));
  }

  static Value amount(String number) {
    return new Amount(new BigDecimal(number));
  }

  static Value code(String code) {
    return new Coded(code);
  }

  static Value[] codes(String... codes) {
    return Arrays.stream(codes).map(Coded::new).toArray(Value[]::new);
  }
}
