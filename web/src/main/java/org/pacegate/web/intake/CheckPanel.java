package org.pacegate.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  public List<CheckLine> getPerson() {
    return page.view().patientId() != null
        ? List.of()
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
    return List.of(
        new CheckLine(say("complaint.bodySite"), where()),
        text("complaint.words"),
        new CheckLine(say("complaint.onsetDate"), onset()),
        coded("complaint.onsetKind", "onset."));
  }

  public List<CheckLine> getRunning() {
    return Stream.of(
            "kmPerWeek",
            "sessionsPerWeek",
            "longestRunKm",
            "ascent",
            "descent",
            "surfaces",
            "shoes",
            "shoeKm",
            "crossTraining")
        .map(name -> "running." + name)
        .map(field -> field.equals("running.surfaces") ? coded(field, "surface.") : text(field))
        .toList();
  }

  private String birthDate() {
    return soFar.getBirthDate() == null ? of("person.birthDate") : time.date(soFar.getBirthDate());
  }

  private String onset() {
    return soFar.getOnset() == null ? of("complaint.onsetDate") : time.date(soFar.getOnset());
  }

  private String where() {
    return Stream.of(soFar.getRegion(), soFar.getSide())
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(", "));
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
