package org.pacegate.web.patient;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.intake.EmergencyRecords;
import org.pacegate.service.intake.Intakes;
import org.pacegate.service.patient.EpisodeSummary;
import org.pacegate.service.patient.PatientRecord;
import org.pacegate.service.patient.PatientRecords;
import org.pacegate.service.patient.TimelineEntry;
import org.pacegate.web.shared.Refusals;
import org.pacegate.web.shared.Translations;

/** A patient's page: episodes and everything recorded. */
@Named("patientPage")
@ViewScoped
public class PatientView implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final Set<String> GOOD = Set.of("DIAGNOSIS", "GATE_OPEN", "FLAG_CLEARED");

  @Inject private transient PatientRecords patients;
  @Inject private transient Intakes intakes;
  @Inject private transient EmergencyRecords emergencies;
  @Inject private transient Translations translations;
  @Inject private transient Refusals refusals;
  private transient PatientRecord record;
  private transient List<Long> incomplete;
  private long id;
  private int before;

  /** Reads the record that the address asks for. */
  public void load() {
    record = patients.open(id, before);
  }

  public PatientRecord getRecord() {
    if (record == null) {
      load();
    }
    return record;
  }

  /** Intakes that an emergency left incomplete. */
  public List<Long> getIncomplete() {
    if (incomplete == null) {
      incomplete = emergencies.ofPatient(id);
    }
    return incomplete;
  }

  /** Starts the intake of another complaint. */
  public String startComplaint() {
    return begin(() -> intakes.startFor(id));
  }

  /** Asks the red-flag questions again for one episode. */
  public String rescreen(long episodeId) {
    return begin(() -> intakes.rescreen(episodeId));
  }

  /** Goes to the new intake, or says on this page why there is none and shows how it stands. */
  private String begin(LongSupplier intake) {
    try {
      return "/intake/intake?faces-redirect=true&id=" + intake.getAsLong();
    } catch (DomainRefusal refused) {
      refusals.show("patient", refused);
      record = null;
      return null;
    }
  }

  public boolean over(EpisodeSummary episode) {
    return episode.state().isOver();
  }

  /** Style of an entry's mark on the time line. */
  public String mark(TimelineEntry entry) {
    if (GOOD.contains(entry.kind())) {
      return "good";
    }
    return switch (entry.kind()) {
      case "PLAN" -> "brand-mark";
      case "SCREENING" ->
          entry.words() == null ? "" : entry.words().substring(0, 2).toLowerCase(Locale.ROOT);
      case "GATE_SHUT", "FLAG_CONFIRMED", "FLAG_REOPENED", "ESCALATED" -> "u1";
      default -> "";
    };
  }

  /** The entry's code in words. */
  public String about(TimelineEntry entry) {
    if (isReferral(entry)) {
      return translations.say("screening", "target." + entry.code());
    }
    return switch (entry.kind()) {
      case "SCREENING", "ACKNOWLEDGED" -> translations.say("screening", "status." + entry.code());
      case "STATE" -> translations.say("shared", "episode." + entry.code());
      case "GATE_SHUT" ->
          Arrays.stream(entry.code().split(","))
              .map(refusal -> translations.say("patient", "gate." + refusal))
              .collect(Collectors.joining(", "));
      case "PLAN" -> translations.say("patient", "rest." + entry.code());
      case "PLAN_STEP" -> translations.say("patient", "plan." + entry.code());
      case "DIAGNOSIS_ENDED" -> translations.say("patient", "verification." + entry.code());
      case "FLAG_CLEARED", "FLAG_CONFIRMED", "FLAG_REOPENED" ->
          translations.say("screening", "rule." + entry.code());
      case "ESCALATED" -> translations.say("worklist", "owner." + entry.code());
      case "INTAKE_DISMISSED" -> translations.say("screening", "urgency." + entry.code());
      case "INTAKE", "IDENTIFIED", "RESPONSE", "AMENDED" -> "";
      default -> entry.code();
    };
  }

  /** Whether it is a step of a referral, which has a page of its own. */
  public boolean isReferral(TimelineEntry entry) {
    return entry.kind().startsWith("REFERRAL");
  }

  /** Somebody's own words, or the reason the system gave. */
  public String wordsOf(TimelineEntry entry) {
    return switch (entry.kind()) {
      case "SCREENING", "REFERRAL" ->
          entry.words() == null ? "" : translations.say("screening", "urgency." + entry.words());
      case "ESCALATED" -> translations.say("patient", "escalated." + entry.words());
      default -> translations.reason(entry.words());
    };
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }

  public int getBefore() {
    return before;
  }

  public void setBefore(int before) {
    this.before = Math.max(0, before);
  }
}
