package org.pacegate.service.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.questionnaire.EnableWhen;
import org.pacegate.domain.questionnaire.Enablement.Behavior;
import org.pacegate.domain.questionnaire.Item;
import org.pacegate.domain.questionnaire.ItemType;
import org.pacegate.domain.questionnaire.Operator;
import org.pacegate.domain.questionnaire.Questionnaire;
import org.pacegate.domain.questionnaire.Trait;

class QuestionnaireReaderTest {

  private static final String SOUND =
      """
      {
        "resourceType": "Questionnaire",
        "url": "https://clinic.example/fhir/Questionnaire/knee-check",
        "version": "3",
        "status": "active",
        "title": "Knee check",
        "_title": {"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/translation",
          "extension": [{"url": "lang", "valueCode": "es"},
                        {"url": "content", "valueString": "Control de rodilla"}]}]},
        "item": [
          {"linkId": "hurts", "type": "boolean", "text": "Does it hurt?", "required": true},
          {"linkId": "how", "type": "group", "text": "How",
           "enableWhen": [{"question": "hurts", "operator": "=", "answerBoolean": true}],
           "item": [
             {"linkId": "far", "type": "decimal", "text": "After how far?",
              "extension": [
                {"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-unit",
                 "valueCoding": {"system": "http://unitsofmeasure.org", "code": "km"}},
                {"url": "http://hl7.org/fhir/StructureDefinition/minValue", "valueDecimal": 0.5},
                {"url": "http://hl7.org/fhir/StructureDefinition/maxValue", "valueDecimal": 50},
                {"url": "https://pacegate.org/fhir/StructureDefinition/not-sure",
                 "valueBoolean": true}]},
             {"linkId": "kind", "type": "open-choice", "text": "What kind?", "repeats": true,
              "answerOption": [{"valueCoding": {"code": "SHARP", "display": "Sharp"}},
                               {"valueCoding": {"code": "DULL", "display": "Dull"}}]},
             {"linkId": "more", "type": "text", "text": "More?",
              "enableWhen": [{"question": "far", "operator": "<=", "answerDecimal": 5},
                             {"question": "kind", "operator": "!=", "answerCoding": {"code": "DULL"}},
                             {"question": "far", "operator": "exists", "answerBoolean": false}],
              "enableBehavior": "any"}
           ]}
        ]
      }
      """;

  @Test
  void r470ASoundFileIsReadAsItSays() {
    Questionnaire read = read(SOUND).questionnaire().orElseThrow();

    assertThat(read.id()).isEqualTo("knee-check");
    assertThat(read.version()).isEqualTo("3");
    assertThat(read.title().in(Language.es)).isEqualTo("Control de rodilla");
    Item far = read.item("far").orElseThrow();
    assertThat(far.type()).isEqualTo(ItemType.DECIMAL);
    assertThat(far.range().unit()).contains("km");
    assertThat(far.range().min().orElseThrow()).isEqualByComparingTo("0.5");
    assertThat(far.traits()).containsExactly(Trait.NOT_SURE);
    Item more = read.item("more").orElseThrow();
    assertThat(more.enablement().behavior()).isEqualTo(Behavior.ANY);
    assertThat(more.enablement().conditions())
        .extracting(EnableWhen::operator)
        .containsExactly(Operator.LESS_OR_EQUAL, Operator.NOT_EQUAL, Operator.EXISTS);
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        wrong("fhir.malformed", "Questionnaire", "\"type\": \"boolean\"", "\"type\": \"bool\""),
        wrong("fhir.malformed", "Questionnaire", "\"text\": \"How\"", "\"words\": \"How\""),
        wrong("fhir.malformed", "Questionnaire", "\"Questionnaire\",", "\"Nothing\","),
        wrong("fhir.otherResource", "Questionnaire", SOUND, "{\"resourceType\": \"Patient\"}"),
        wrong("file.noJson", "Questionnaire", "\"item\": [", "\"item\": "),
        wrong(
            "file.keyTwice",
            "Questionnaire",
            "\"version\": \"3\"",
            "\"version\":\"3\",\"version\":\"4\""),
        wrong("flaw.ID_MALFORMED", "Questionnaire", "knee-check", "knee check"),
        wrong("flaw.ID_MALFORMED", "Questionnaire", "\"version\": \"3\",", ""),
        wrong(
            "flaw.LINK_ID_TWICE",
            "Questionnaire.item[0], Questionnaire.item[1].item[2]",
            "\"linkId\": \"more\"",
            "\"linkId\": \"hurts\""),
        wrong(
            "flaw.CONDITION_ON_UNKNOWN_ITEM",
            "Questionnaire.item[1]",
            "\"question\": \"hurts\"",
            "\"question\": \"hurt\""),
        wrong(
            "flaw.CONDITIONS_IN_A_CIRCLE",
            "Questionnaire.item[1]",
            "\"question\": \"hurts\", \"operator\": \"=\", \"answerBoolean\": true",
            "\"question\": \"more\", \"operator\": \"exists\", \"answerBoolean\": true"),
        wrong(
            "flaw.CONDITION_OF_WRONG_KIND",
            "Questionnaire.item[1].item[2]",
            "\"answerDecimal\": 5",
            "\"answerString\": \"5\""),
        wrong(
            "flaw.RANGE_UPSIDE_DOWN",
            "Questionnaire.item[1].item[0]",
            "\"valueDecimal\": 0.5",
            "\"valueDecimal\": 60"),
        wrong(
            "flaw.TEXT_WITH_MARKUP",
            "Questionnaire.item[0]",
            "Does it hurt?",
            "<script>alert(1)</script>"),
        wrong("flaw.TEXT_MISSING", "Questionnaire.item[0]", "\"text\": \"Does it hurt?\", ", ""),
        wrong(
            "item.typeUnsupported",
            "Questionnaire.item[0].type",
            "\"type\": \"boolean\"",
            "\"type\": \"attachment\""),
        wrong("item.typeMissing", "Questionnaire.item[0].type", "\"type\": \"boolean\", ", ""),
        wrong(
            "item.behaviorMissing",
            "Questionnaire.item[1].item[2].enableBehavior",
            "\"enableBehavior\": \"any\"",
            "\"required\": false"),
        wrong(
            "item.optionWithoutCode",
            "Questionnaire.item[1].item[1].answerOption[0]",
            "\"valueCoding\": {\"code\": \"SHARP\", \"display\": \"Sharp\"}",
            "\"valueString\": \"Sharp\""),
        wrong(
            "item.conditionIncomplete",
            "Questionnaire.item[1].item[2].enableWhen[0]",
            ", \"answerDecimal\": 5",
            ""),
        wrong(
            "item.rangeNoNumber",
            "Questionnaire.item[1].item[0]",
            "\"valueDecimal\": 50",
            "\"valueDate\": \"2026-01-01\""),
        wrong(
            "fhir.unsupported",
            "Questionnaire.item[0].initial",
            "\"required\": true",
            "\"initial\": [{\"valueBoolean\": true}]"),
        wrong(
            "fhir.unsupported",
            "Questionnaire.item[0].readOnly",
            "\"required\": true",
            "\"readOnly\": true"),
        wrong(
            "fhir.unsupported",
            "Questionnaire.item[0]",
            "\"required\": true",
            "\"extension\": [{\"url\":"
                + " \"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression\","
                + " \"valueBoolean\": true}]"));
  }

  private static Arguments wrong(String code, String place, String sound, String wrong) {
    return Arguments.of(code, place, (UnaryOperator<String>) file -> replaced(file, sound, wrong));
  }

  private static String replaced(String file, String sound, String wrong) {
    assertThat(file).contains(sound);
    return file.replace(sound, wrong);
  }

  @ParameterizedTest(name = "{0} at {1}")
  @MethodSource("wrong")
  void r470WhatIsWrongIsNamedAtItsPlace(String code, String place, UnaryOperator<String> wrong) {
    QuestionnaireReading reading = read(wrong.apply(SOUND));

    assertThat(reading.questionnaire()).isEmpty();
    assertThat(reading.problems())
        .anySatisfy(
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.place()).isEqualTo(place);
            });
  }

  @Test
  void r470EveryProblemIsNamedAtOnce() {
    String file =
        SOUND
            .replace("\"type\": \"boolean\"", "\"type\": \"attachment\"")
            .replace("\"valueDecimal\": 50", "\"valueDate\": \"2026-01-01\"");

    assertThat(read(file).problems())
        .extracting(FileProblem::code)
        .containsExactly("item.typeUnsupported", "item.rangeNoNumber");
  }

  static Stream<Arguments> hostile() {
    String million =
        IntStream.range(0, 15_000)
            .mapToObj(i -> "{\"linkId\":\"q" + i + "\",\"type\":\"display\",\"text\":\"x\"}")
            .reduce(
                new StringBuilder(),
                (b, s) -> b.append(b.isEmpty() ? "" : ",").append(s),
                StringBuilder::append)
            .toString();
    return Stream.of(
        Arguments.of("file.tooLarge", new byte[10 * 1024 * 1024]),
        Arguments.of("file.noText", new byte[] {(byte) 0xff, (byte) 0xfe, '{'}),
        Arguments.of("file.noJson", new byte[0]),
        Arguments.of(
            "file.xml", bytes("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"b\">]><a>&b;</a>")),
        Arguments.of("file.xml", bytes("  <Questionnaire xmlns=\"http://hl7.org/fhir\"/>")),
        Arguments.of("file.tooDeep", bytes("[".repeat(500_000))),
        Arguments.of("file.tooDeep", bytes("{\"a\":".repeat(100) + "1" + "}".repeat(100))),
        Arguments.of("file.tooMuch", bytes("{\"item\":[" + million + "]}")),
        Arguments.of("file.noJson", bytes("{\"item\": 1e999999999999, \u0000}")),
        Arguments.of("fhir.malformed", bytes("[]")));
  }

  static Stream<Arguments> hostileItems() {
    String nested =
        "{\"linkId\":\"g%d\",\"type\":\"group\",\"text\":\"x\",\"item\":["
                .repeat(12)
                .formatted(numbers(12))
            + "{\"linkId\":\"q\",\"type\":\"text\",\"text\":\"x\"}"
            + "]}".repeat(12);
    return Stream.of(
        Arguments.of("flaw.TOO_DEEP", nested),
        Arguments.of(
            "flaw.TEXT_TOO_LONG",
            "{\"linkId\":\"q\",\"type\":\"text\",\"text\":\"" + "x".repeat(1_040_000) + "\"}"),
        Arguments.of("fhir.malformed", "{\"linkId\":\"q\",\"type\":\"script\",\"text\":\"x\"}"),
        Arguments.of(
            "item.typeUnsupported", "{\"linkId\":\"q\",\"type\":\"attachment\",\"text\":\"x\"}"),
        Arguments.of(
            "flaw.LINK_ID_TWICE",
            "{\"linkId\":\"q\",\"type\":\"text\",\"text\":\"x\"},{\"linkId\":\"q\",\"type\":\"text\",\"text\":\"y\"}"),
        Arguments.of(
            "flaw.CONDITIONS_IN_A_CIRCLE",
            "{\"linkId\":\"a\",\"type\":\"text\",\"text\":\"x\",\"enableWhen\":[{\"question\":\"b\","
                + "\"operator\":\"exists\",\"answerBoolean\":true}]},"
                + "{\"linkId\":\"b\",\"type\":\"text\",\"text\":\"x\",\"enableWhen\":[{\"question\":\"a\","
                + "\"operator\":\"exists\",\"answerBoolean\":true}]}"));
  }

  private static Object[] numbers(int most) {
    return IntStream.range(0, most).boxed().toArray();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostileItems")
  void r472HostileItemsAreOneProblemEachAndItsWordsAreShort(String code, String items) {
    List<FileProblem> problems =
        read("{\"resourceType\":\"Questionnaire\",\"url\":\"https://c.example/q\",\"version\":\"1\","
                + "\"status\":\"active\",\"title\":\"Q\",\"item\":["
                + items
                + "]}")
            .problems();

    assertThat(problems).extracting(FileProblem::code).containsOnly(code);
    assertThat(problems).hasSizeLessThanOrEqualTo(2);
    assertThat(problems).allSatisfy(each -> assertThat(each.detail()).hasSizeLessThan(310));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  void r472AHostileFileIsRefusedBeforeItIsParsed(String code, byte[] file) {
    long began = System.nanoTime();

    List<FileProblem> problems = QuestionnaireReader.read(new QuestionnaireFile(file)).problems();

    assertThat(problems).extracting(FileProblem::code).containsExactly(code);
    assertThat(System.nanoTime() - began).isLessThan(5_000_000_000L);
  }

  @Test
  void r471WithoutATranslationTheEnglishWordsStand() {
    Item hurts = read(SOUND).questionnaire().orElseThrow().item("hurts").orElseThrow();

    assertThat(hurts.text().isTranslated()).isFalse();
    assertThat(hurts.text().in(Language.es)).isEqualTo("Does it hurt?");
  }

  private static QuestionnaireReading read(String file) {
    return QuestionnaireReader.read(new QuestionnaireFile(bytes(file)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
