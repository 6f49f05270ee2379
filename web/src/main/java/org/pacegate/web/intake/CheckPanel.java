package org.pacegate.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.web.shared.ClinicTime;
import org.pacegate.web.shared.LanguageView;

/** Every entry in words, to be checked before the intake is submitted. */
@Named
@RequestScoped
public class CheckPanel {

  @Inject private IntakePage page;
  @Inject private SoFarPanel soFar;
  @Inject private ClinicTime time;
  @Inject private LanguageView language;
  @Inject private EntryWords words;

  public List<CheckLine> getPerson() {
    return page.view().patientId() != null
        ? Stream.of("person.phone", "person.email")
            .filter(field -> !of(field).isEmpty())
            .map(this::text)
            .toList()
        : List.of(
            text("person.familyName"),
            text("person.givenName"),
            new CheckLine(say("person.birthDate"), birthDate()),
            coded("person.sex", "sex."),
            text("person.phone"),
            text("person.email"),
            coded("person.language", "language."));
  }

  public List<CheckLine> getComplaint() {
    return lines(IntakeStep.COMPLAINT);
  }

  public List<CheckLine> getRunning() {
    return lines(IntakeStep.RUNNING);
  }

  /** The clinic's own forms, as far as they are asked. */
  public List<CheckLine> getMore() {
    return page.view().more().stream()
        .flatMap(form -> form.fields().stream())
        .map(field -> new CheckLine(words.label(field), value(field)))
        .toList();
  }

  private List<CheckLine> lines(IntakeStep step) {
    return page.view().forms().questions(step).stream()
        .map(item -> new CheckLine(words.label(item.linkId()), value(item.linkId())))
        .toList();
  }

  private String value(String field) {
    String typed = of(field);
    return typed.isEmpty() ? typed : words.value(field, typed);
  }

  private String birthDate() {
    return soFar.getBirthDate() == null ? of("person.birthDate") : time.date(soFar.getBirthDate());
  }

  private CheckLine text(String field) {
    return new CheckLine(say(field), of(field));
  }

  private CheckLine coded(String field, String prefix) {
    String names =
        Arrays.stream(of(field).split(","))
            .filter(code -> !code.isEmpty())
            .map(code -> say(prefix + code))
            .collect(Collectors.joining(", "));
    return new CheckLine(say(field), names);
  }

  private String of(String field) {
    return page.getEntries().of(field);
  }

  private String say(String key) {
    return IntakeWords.in(language.getLocale()).say(key);
  }
}
