package org.pacegate.domain.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.pacegate.domain.fixtures.Refusals.refused;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R4.60 to R4.62: what is a signature, what is none, and who may sign. */
class SignatureTest {

  private static final String DRAWN = "10,20 30,40 60,80;70,80 90,100 120,10";

  @Test
  void R4_60_a_name_in_full_is_a_signature() {
    Signature signature = Signature.typed("  María-José Núñez ", Relation.SELF);
    assertThat(signature.kind()).isEqualTo(SignatureKind.TYPED);
    assertThat(signature.name()).contains("María-José Núñez");
    assertThat(signature.strokes()).isEmpty();
    assertThat(Signature.typed("李雷", Relation.SELF).name()).contains("李雷");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|missing",
        "'   '|missing",
        "+++|noName",
        "123|noName",
        "a\u0007b|controlCharacter"
      })
  void R4_60_what_has_no_letter_is_no_name(String typed, String problem) {
    refused("invalid.signature." + problem, () -> Signature.typed(typed, Relation.SELF));
  }

  @Test
  void R4_60_a_name_has_its_limit() {
    assertThat(Signature.typed("a".repeat(200), Relation.SELF).name()).isPresent();
    refused("invalid.signature.tooLong", () -> Signature.typed("a".repeat(201), Relation.SELF));
  }

  @Test
  void R4_61_the_way_of_the_pen_is_kept_as_it_was() {
    Signature signature = Signature.drawn(Strokes.read(DRAWN), null, Relation.SELF);
    assertThat(signature.kind()).isEqualTo(SignatureKind.DRAWN);
    assertThat(signature.strokes().orElseThrow().text()).isEqualTo(DRAWN);
    assertThat(signature.strokes().orElseThrow().lines()).hasSize(2);
    assertThat(signature.name()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data:image/png;base64,iVBORw0KGgo",
        "DATA:IMAGE/JPEG;BASE64,xx",
        "iVBORw0KGgoAAAANSUhEUg",
        "/9j/4AAQSkZJRg",
        "R0lGODlhAQABAIAAAAUEBA",
        "<svg xmlns='urn:x'/>",
        "<?xml version='1.0'?><svg/>",
        "<img src=x onerror=alert(1)>",
        "GIF89a",
        "\u0089PNG",
        "blob:here/1"
      })
  void R4_61_a_picture_is_no_signature(String sent) {
    refused("invalid.signature.picture", () -> Strokes.read(sent));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1,2,3",
        "1,2;",
        ";1,2",
        "1,2  3,4",
        "-1,2 3,4",
        "1.5,2",
        "x,y",
        "1,2 3,4;;5,6",
        "9999,1",
        "１,２",
        "1,2\n3,4"
      })
  void R4_61_anything_else_is_none_either(String sent) {
    refused("invalid.signature.malformed", () -> Strokes.read(sent));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10,10|tooShort",
        "10,10 10,10 10,10 10,10 10,10|tooShort",
        "10,10 20,20 39,30 12,1 13,1|tooShort",
        "10,10 20,20 601,30 12,1 13,1|outside",
        "10,10 20,20 60,201 12,1 13,1|outside"
      })
  void R4_61_a_dot_is_none_and_the_field_has_its_edges(String sent, String problem) {
    refused("invalid.signature." + problem, () -> Strokes.read(sent));
  }

  @Test
  void R4_61_the_least_and_the_most_of_it() {
    assertThat(Strokes.read("10,10 20,20 40,30 12,1 13,1").lines()).hasSize(1);
    assertThat(Strokes.read(points(1_500)).lines().get(0)).hasSize(1_500);
    refused("invalid.signature.tooLong", () -> Strokes.read(points(1_501)));
    assertThat(Strokes.read(strokes(60)).lines()).hasSize(60);
    refused("invalid.signature.tooLong", () -> Strokes.read(strokes(61)));
    refused("invalid.signature.tooLong", () -> Strokes.read("1".repeat(1_000_000)));
  }

  private static String points(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> i % 600 + ",100")
        .collect(Collectors.joining(" "));
  }

  private static String strokes(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> i * 9 + ",100 " + (i * 9 + 5) + ",120")
        .collect(Collectors.joining(";"));
  }

  @ParameterizedTest
  @CsvSource({
    "2010-03-02, SELF, child",
    "2010-03-01, SELF,",
    "2010-03-02, PARENT,",
    "2010-03-02, GUARDIAN,",
    "1950-01-01, REPRESENTATIVE,"
  })
  void R4_62_for_a_child_somebody_else_signs(LocalDate born, Relation relation, String problem) {
    Signature signature = Signature.typed("Rosa Whole", relation);
    LocalDate day = LocalDate.of(2026, 3, 1);
    if (problem == null) {
      assertThatCode(() -> signature.expectFor(born, day)).doesNotThrowAnyException();
    } else {
      refused("invalid.relation." + problem, () -> signature.expectFor(born, day));
    }
  }

  @Test
  void R4_62_whose_age_is_not_known_may_sign() {
    assertThatCode(
            () -> Signature.typed("Ana", Relation.SELF).expectFor(null, LocalDate.of(2026, 3, 1)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource(
      value = Relation.class,
      names = {"PARENT", "GUARDIAN", "REPRESENTATIVE"})
  void R4_62_who_signs_for_somebody_says_their_name(Relation relation) {
    Strokes strokes = Strokes.read(DRAWN);
    refused("invalid.signature.missing", () -> Signature.drawn(strokes, " ", relation));
    refused("invalid.signature.noName", () -> Signature.drawn(strokes, "--", relation));
    assertThat(Signature.drawn(strokes, "Rosa Whole", relation).name()).contains("Rosa Whole");
  }
}
