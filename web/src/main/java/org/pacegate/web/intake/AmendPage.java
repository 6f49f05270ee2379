package org.pacegate.web.intake;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.omnifaces.util.Faces;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.intake.AmendIntake;
import org.pacegate.service.intake.FieldProblem;
import org.pacegate.service.intake.IntakeResponses;
import org.pacegate.service.intake.SubmittedIntake;
import org.pacegate.service.intake.SubmittedIntake.Line;
import org.pacegate.service.shared.NoSuchRecord;
import org.pacegate.web.shared.MissingRecord;
import org.pacegate.web.shared.Refusals;
import org.pacegate.web.shared.SubmissionKey;

/** Corrects one answer of a submitted intake (R4.95). */
@Named
@ViewScoped
public class AmendPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private IntakeResponses responses;
  @Inject private transient Refusals refusals;
  @Inject private ProblemWords problems;
  @Inject private EntryWords words;
  @Inject private SubmissionKey key;

  private long id;
  private String field;
  private transient List<Line> lines;
  private String shown;
  private String value;
  private String[] codes;
  private String reason;

  /** Reads the answers before anything is drawn. */
  public void open() {
    try {
      getLines();
    } catch (NoSuchRecord none) {
      MissingRecord.answer();
    }
  }

  /** Every answer that may be corrected; none if no response was kept. */
  public List<Line> getLines() {
    if (lines == null) {
      try {
        SubmittedIntake submitted = responses.open(id);
        words.pin(submitted.forms());
        lines = submitted.answers();
      } catch (NoSuchRecord none) {
        throw none;
      } catch (DomainRefusal notSubmitted) {
        lines = List.of();
      }
    }
    return lines;
  }

  /** The answer that is corrected, or null as long as none was chosen. */
  public Line getLine() {
    return getLines().stream().filter(each -> each.field().equals(field)).findFirst().orElse(null);
  }

  /** Whether it answers a red-flag question, which was screened as it stood. */
  public boolean isScreening() {
    return field != null && field.startsWith("answer.");
  }

  /**
   * What takes the right answer: {@code CODES}, {@code CODE}, {@code DATE}, {@code OPEN} or {@code
   * TEXT}.
   */
  public String getKind() {
    Line line = getLine();
    if (line == null || line.options().isEmpty()) {
      return line != null && line.date()
          ? "DATE"
          : line != null && words.isOpen(line.field()) ? "OPEN" : "TEXT";
    }
    return line.several() ? "CODES" : "CODE";
  }

  public void amend() {
    try {
      List<FieldProblem> wrong =
          responses.amend(
              new AmendIntake(
                  id,
                  Objects.requireNonNullElse(field, ""),
                  Objects.requireNonNullElse(shown, ""),
                  typed(),
                  Objects.requireNonNullElse(reason, ""),
                  key.getValue()));
      wrong.forEach(
          each ->
              IntakeWords.problem(
                  "answer-"
                      + (getKind().equals("OPEN") ? "text" : getKind().toLowerCase(Locale.ROOT)),
                  problems.of(each, value)));
      if (wrong.isEmpty()) {
        refusals.newsThere(
            "intake",
            "amend.saved",
            Faces.getRequestContextPath() + "/intake/intake.xhtml?id=" + id);
      }
    } catch (DomainRefusal refused) {
      refusals.show("intake", refused);
      lines = null;
    }
  }

  private String typed() {
    if (codes == null) {
      String text = Objects.requireNonNullElse(value, "");
      return getKind().equals("OPEN") ? words.kept(field, text) : text;
    }
    // A list of codes that has none is kept as a comma.
    return codes.length == 0 ? "," : String.join(",", codes);
  }

  /** The codes' words, as a form of one choice asks for them. */
  public Map<String, String> getLabels() {
    return getLine().options().stream()
        .collect(Collectors.toMap(code -> code, code -> words.value(field, code)));
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }

  public String getField() {
    return field;
  }

  public void setField(String field) {
    this.field = field;
  }

  /** The answer that this page shows, as it is sent back with it. */
  public String getShown() {
    return getLine().now();
  }

  public void setShown(String shown) {
    this.shown = shown;
  }

  public String getValue() {
    if (value != null) {
      return value;
    }
    boolean open = getKind().equals("OPEN") && !getLine().now().isEmpty();
    return open ? words.value(field, getLine().now()) : getLine().now();
  }

  public void setValue(String value) {
    this.value = Objects.requireNonNullElse(value, "");
  }

  /** The codes that are ticked, of an answer that takes several. */
  public String[] getCodes() {
    return codes == null ? getLine().now().split(",", -1) : codes.clone();
  }

  public void setCodes(String[] codes) {
    this.codes = codes.clone();
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
