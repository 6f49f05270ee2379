package org.pacegate.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.ResourceBundle;
import org.pacegate.domain.screening.Question;
import org.pacegate.web.shared.ClinicTime;
import org.pacegate.web.shared.LanguageView;

/** What is known so far, in a few lines. */
@Named("soFar")
@RequestScoped
public class SoFarPanel {

  private static final String NO = "NO";

  @Inject private IntakePage page;
  @Inject private ClinicTime time;
  @Inject private LanguageView language;

  public LocalDate getBirthDate() {
    return date("person.birthDate");
  }

  /** The region's name. */
  public String getRegion() {
    return body("region.", "complaint.bodySite");
  }

  /** The side's name. */
  public String getSide() {
    return body("side.", "complaint.side");
  }

  private String body(String prefix, String field) {
    ResourceBundle words =
        ResourceBundle.getBundle("org.pacegate.web.shared.words", language.getLocale());
    String key = prefix + page.getEntries().of(field);
    return words.containsKey(key) ? words.getString(key) : "";
  }

  public LocalDate getOnset() {
    return date("complaint.onsetDate");
  }

  public long getOnsetDays() {
    return ChronoUnit.DAYS.between(getOnset(), time.today());
  }

  public boolean isBlank() {
    return page.getEntries().isBlank();
  }

  /** Questions that apply and were answered with anything but No. */
  public List<Question> getRemarkable() {
    return page.view().questions().stream()
        .filter(question -> !answer(question).isEmpty() && !answer(question).equals(NO))
        .toList();
  }

  /** How many questions that apply were answered No. */
  public long getNoes() {
    return page.view().questions().stream().map(this::answer).filter(NO::equals).count();
  }

  private String answer(Question question) {
    return page.getEntries().of("answer." + question.linkId());
  }

  private LocalDate date(String field) {
    try {
      String kept = page.getEntries().of(field);
      return kept.isEmpty() ? null : LocalDate.parse(kept);
    } catch (DateTimeException notYet) {
      return null;
    }
  }
}
