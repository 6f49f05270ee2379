package org.pacegate.service.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.domain.injury.BodySite;

/** R6.44: files of codes as they arrive, and as somebody would like to break them. */
class CodeFileTest {

  private static final String HEAD = "code,title,billable,classes\n";

  private static CodeFile read(String text) {
    return CodeFile.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> problems(String text) {
    return read(text).problems().stream()
        .map(problem -> problem.line() + " " + problem.code())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void R6_44_commas_semicolons_and_tabs_part_the_values(String separator) {
    String file =
        """
        Code|title|BILLABLE|title_es|site|synonyms|classes
        m54.59|"Other low back pain"|yes|Otro dolor lumbar|low_back|lumbago|none

        M84.361A|Stress fracture, "tibia"|1||||BONE_STRESS
        M54.5|Low back pain|no||||
        """
            .replace("Stress fracture, \"tibia\"", "\"Stress fracture, \"\"tibia\"\"\"")
            .replace("|", separator);
    CodeFile read = read("\uFEFF" + file.replace("\n", "\r\n"));
    assertThat(read.problems()).isEmpty();
    assertThat(read.lines())
        .containsExactly(
            new CodeLine(
                2,
                "M54.59",
                "Other low back pain",
                "Otro dolor lumbar",
                true,
                false,
                BodySite.LOW_BACK,
                "lumbago"),
            new CodeLine(4, "M84.361A", "Stress fracture, \"tibia\"", null, true, true, null, null),
            new CodeLine(5, "M54.5", "Low back pain", null, false, null, null, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "M54.59,Back pain,yes | line.columns",
        "M54.59,Back pain,yes,NONE,more | line.columns",
        "M54.59,\"Back pain,yes,NONE | line.quote",
        "M54.59,Back \"pain\",yes,NONE | line.quote",
        "M 54,Back pain,yes,NONE | code.malformed",
        "=cmd,Back pain,yes,NONE | code.malformed",
        ",Back pain,yes,NONE | code.malformed",
        "M54.59,  ,yes,NONE | title.missing",
        "M54.59,Back pain,perhaps,NONE | billable.unknown",
        "M54.59,Back pain,,NONE | billable.unknown",
        "M54.59,Back pain,yes,FRAGILE | classes.unknown"
      })
  void R6_44_what_is_wrong_is_said_with_its_line(String line, String problem) {
    assertThat(problems(HEAD + "M54.50,Low back pain,yes,NONE\n" + line + "\n"))
        .containsExactly("3 " + problem);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7, 0x1B, 0x7F, 0x85, 0x200B, 0x202E, 0x2028})
  void R6_44_characters_that_nobody_sees_are_refused(int character) {
    assertThat(problems(HEAD + "M54.59,Back" + Character.toString(character) + "pain,yes,NONE\n"))
        .containsExactly("2 cell.control");
  }

  @Test
  void R6_44_a_code_stands_once_however_it_is_written() {
    CodeFile read = read(HEAD + "M54.59,Back pain,yes,NONE\nm5459,Back pain,yes,NONE\n");
    assertThat(read.problems()).containsExactly(new CodeProblem(3, "code.twice", "M5459, 2"));
  }

  @Test
  void R6_44_the_first_line_names_the_columns() {
    assertThat(problems("code,title\nM54.59,Back pain\n")).containsExactly("1 column.missing");
    assertThat(problems("code,title,billable,price,code\n"))
        .containsExactly("1 column.unknown", "1 column.twice");
    assertThat(problems("")).containsExactly("0 file.empty");
    assertThat(problems(HEAD)).containsExactly("0 file.empty");
  }

  @Test
  void R6_44_a_file_that_is_no_text_or_too_large_is_not_looked_at() {
    byte[] latin = (HEAD + "M54.59,Lumbalgía,yes,NONE\n").getBytes(StandardCharsets.ISO_8859_1);
    assertThat(CodeFile.read(latin).problems())
        .containsExactly(new CodeProblem(0, "file.noText", ""));
    byte[] large = new byte[CodeFile.MOST_BYTES + 1];
    Arrays.fill(large, (byte) 'x');
    assertThat(CodeFile.read(large).problems())
        .containsExactly(new CodeProblem(0, "file.tooLarge", "5"));
  }

  @Test
  void R6_44_a_file_of_nothing_but_faults_is_not_kept_whole() {
    assertThat(read("code,title,billable\n" + "x\n".repeat(CodeFile.MOST_CODES)).problems())
        .hasSize(CodeFile.MOST_PROBLEMS);
    assertThat(read(";".repeat(CodeFile.MOST_BYTES)).problems()).hasSize(CodeFile.MOST_PROBLEMS);
    assertThat(read("code,title,billable\n\n" + "x\n\n".repeat(CodeFile.MOST_CODES + 1)).problems())
        .containsExactly(new CodeProblem(0, "file.tooMany", "10000"));
  }

  @Test
  void R6_44_a_hostile_value_is_shown_short_and_visible() {
    CodeProblem problem = new CodeProblem(2, "code.malformed", "\u202Ex".repeat(4_000));
    assertThat(problem.detail()).hasSizeLessThan(100).doesNotContain("\u202E");
  }
}
