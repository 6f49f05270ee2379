package org.pacegate.access;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.plan.BlockKind;
import org.pacegate.domain.plan.PlanContent;
import org.pacegate.domain.plan.PlanTemplate;
import org.pacegate.domain.questionnaire.Response;
import org.pacegate.service.intake.EntryChange;
import org.pacegate.service.intake.ShownWords;
import org.pacegate.service.plan.CarePlans;
import org.pacegate.service.plan.RunnersWords;
import org.pacegate.service.referral.LetterWords;

/**
 * Makes the arguments of any service method: ids of records come by their name from the request,
 * what else a command holds is made up. A new method is called without anybody writing a call for
 * it.
 */
public final class Arguments {

  /** Names of the parts of a command that are ids of clinical or personal records. */
  public static final Set<String> IDS =
      Set.of(
          "patientId",
          "otherPatientId",
          "episodeId",
          "screeningId",
          "intakeId",
          "linkId",
          "diagnosisId",
          "revisesId",
          "reviewId",
          "accountId",
          "licenceId",
          "practitionerId",
          "kioskId",
          "thresholdId",
          "policyId",
          "proofId",
          "questionnaireId",
          "editionId",
          "referralId",
          "recipientId");

  /** Numbers that name no record; any other number of a new method fails the test. */
  private static final Set<String> NUMBERS = Set.of("version", "below");

  /** Words that a method has to know before it looks at a record. */
  private static final Map<String, String> WORDS =
      Map.of(
          "id", "low-back-pain",
          "ruleSet", "low-back-pain",
          "form", CarePlans.FORM,
          "questionnaire", "complaint",
          "jurisdiction", "GB",
          "questionnaireVersion", "1");

  private final UnaryOperator<String> given;

  public Arguments(UnaryOperator<String> given) {
    this.given = given;
  }

  /** The ids that a call of the method needs, in order. */
  public static List<String> idsOf(Method method) {
    return Arrays.stream(method.getParameters())
        .flatMap(parameter -> idsOf(parameter.getName(), parameter.getType()))
        .distinct()
        .toList();
  }

  private static Stream<String> idsOf(String name, Class<?> type) {
    if (IDS.contains(name)) {
      return Stream.of(name);
    }
    return type.isRecord()
        ? Arrays.stream(type.getRecordComponents())
            .flatMap(part -> idsOf(part.getName(), part.getType()))
        : Stream.empty();
  }

  Object[] of(Method method) throws ReflectiveOperationException {
    Object[] arguments = new Object[method.getParameterCount()];
    for (int i = 0; i < arguments.length; i++) {
      var parameter = method.getParameters()[i];
      arguments[i] =
          value(parameter.getName(), parameter.getType(), parameter.getParameterizedType());
    }
    return arguments;
  }

  private Object value(String name, Class<?> type, Type generic)
      throws ReflectiveOperationException {
    if (IDS.contains(name)) {
      return Long.valueOf(given.apply(name));
    }
    if (type == PlanContent.class) {
      return plan();
    }
    if (type == Response.class) {
      return Response.none();
    }
    if (type == byte[].class) {
      return new byte[0];
    }
    if (type == RunnersWords.class) {
      return (RunnersWords) (runner, boneStress) -> words();
    }
    if (type == ShownWords.class) {
      return new PlainWords();
    }
    if (type == LetterWords.class) {
      return new PlainLetter();
    }
    if (type.isRecord()) {
      return command(type);
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    if (Collection.class.isAssignableFrom(type)) {
      return collection(type, generic);
    }
    return simple(name, type);
  }

  private static Object simple(String name, Class<?> type) {
    if (type == String.class) {
      return WORDS.getOrDefault(name, "made up");
    }
    if (type == long.class || type == Long.class) {
      if (!NUMBERS.contains(name)) {
        throw new IllegalArgumentException(name + " is neither in IDS nor in NUMBERS");
      }
      return 1L;
    }
    if (type == int.class) {
      return 0;
    }
    if (name.equals("changes")) {
      return Map.of("person.familyName", EntryChange.first("Made Up"));
    }
    if (name.equals("typed") && type == Map.class) {
      return Map.of("person.familyName", "Made Up");
    }
    if (name.equals("said") && type == Map.class) {
      return Map.of("answer.MAL-1", "YES");
    }
    if (name.equals("values") && type == Map.class) {
      return Map.of("ces.stable-after", 30);
    }
    if (name.equals("answers") && type == Map.class) {
      return Map.of("CES-1", "YES");
    }
    if (type == boolean.class) {
      return false;
    }
    return Map.of(
            UUID.class, UUID.randomUUID(),
            LocalDate.class, LocalDate.of(2026, 1, 15),
            LocalDateTime.class, LocalDateTime.of(2026, 1, 15, 9, 0),
            BigDecimal.class, BigDecimal.ONE,
            ZoneId.class, ZoneId.of("UTC"))
        .get(type);
  }

  /** Shows everything as it is kept. */
  private record PlainWords() implements ShownWords {

    @Override
    public Language language() {
      return Language.en;
    }

    @Override
    public String part(IntakeStep step) {
      return step.name();
    }

    @Override
    public String question(String field) {
      return field;
    }

    @Override
    public String answer(String field, String kept) {
      return kept;
    }
  }

  /** Says every key as it is. */
  private record PlainLetter() implements LetterWords {

    @Override
    public String say(Language language, String feature, String key) {
      return key;
    }

    @Override
    public String question(Language language, String field) {
      return field;
    }

    @Override
    public String answer(Language language, String field, String kept) {
      return kept;
    }
  }

  private static Map<BlockKind, String> words() {
    return new EnumMap<BlockKind, String>(
        Arrays.stream(BlockKind.values()).collect(Collectors.toMap(kind -> kind, Enum::name)));
  }

  private static PlanContent plan() {
    return PlanTemplate.propose(false, LocalDate.now(ZoneId.of("UTC")), words());
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Object collection(Class<?> type, Type generic) {
    Class<?> of =
        generic instanceof ParameterizedType some
                && some.getActualTypeArguments()[0] instanceof Class<?> element
            ? element
            : Object.class;
    if (of.isEnum()) {
      return EnumSet.of((Enum) of.getEnumConstants()[0]);
    }
    return Set.class.isAssignableFrom(type) ? Set.of() : List.of();
  }

  private Object command(Class<?> type) throws ReflectiveOperationException {
    RecordComponent[] parts = type.getRecordComponents();
    Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      values[i] = value(parts[i].getName(), parts[i].getType(), parts[i].getGenericType());
    }
    Constructor<?> constructor = type.getDeclaredConstructor(types);
    return constructor.newInstance(values);
  }
}
