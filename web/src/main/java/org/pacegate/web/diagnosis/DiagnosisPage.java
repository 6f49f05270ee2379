package org.pacegate.web.diagnosis;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pacegate.domain.diagnosis.ClinicalStatus;
import org.pacegate.domain.diagnosis.VerificationStatus;
import org.pacegate.domain.injury.EpisodeState;
import org.pacegate.domain.screening.FlagState;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.diagnosis.Diagnoses;
import org.pacegate.service.diagnosis.DiagnosisDesk;
import org.pacegate.service.diagnosis.DiagnosisDesks;
import org.pacegate.service.diagnosis.DiagnosisView;
import org.pacegate.service.diagnosis.EndDiagnosis;
import org.pacegate.service.screening.DecideFlag;
import org.pacegate.service.screening.FlagView;
import org.pacegate.service.screening.ScreeningView;
import org.pacegate.service.screening.Screenings;
import org.pacegate.web.shared.Refusals;
import org.pacegate.web.shared.Translations;

/** The desk of one episode: flags decided, the standing diagnosis ended, earlier ones read. */
@Named("diagnosisPage")
@ViewScoped
public class DiagnosisPage implements Serializable {

  private static final long serialVersionUID = 1L;

  /** What the address asks to do with the standing diagnosis. */
  public enum Act {
    REVISE,
    REFUTE,
    ERROR
  }

  /** A flag with the screening it was raised in. */
  public record RaisedFlag(long screeningId, FlagView flag) {

    public String key() {
      return screeningId + ":" + flag.ruleId();
    }
  }

  @Inject private transient DiagnosisDesks desks;
  @Inject private transient Diagnoses diagnoses;
  @Inject private transient Screenings screenings;
  @Inject private transient Refusals refusals;
  @Inject private transient Translations words;

  private transient DiagnosisDesk desk;
  private transient String password;
  private transient Map<String, String> passwords;
  private final HashMap<String, String> reasons = new HashMap<>();
  private long episode;
  private Act act;
  private String reason;

  public DiagnosisDesk getDesk() {
    if (desk == null) {
      desk = desks.open(episode);
    }
    return desk;
  }

  /** Asks the records again, after somebody else changed them. */
  void forgetDesk() {
    desk = null;
  }

  /** The diagnosis that stands, or null. */
  public DiagnosisView getStanding() {
    return getDesk().diagnoses().stream()
        .filter(each -> each.clinicalStatus() == ClinicalStatus.ACTIVE)
        .findFirst()
        .orElse(null);
  }

  /** The way to the reviews of the standing diagnosis, with how many are open. */
  public String getReviews() {
    return words.say("diagnosis", "reviews.open", getStanding().openReviews());
  }

  /** Those that stood before, newest first. */
  public List<DiagnosisView> getEarlier() {
    return getDesk().diagnoses().stream()
        .filter(each -> each.clinicalStatus() != ClinicalStatus.ACTIVE)
        .toList();
  }

  /** Flags that keep the gate shut, most urgent of the newest screening first. */
  public List<RaisedFlag> getStandingFlags() {
    return flags(true);
  }

  /** Flags that a professional has cleared. */
  public List<RaisedFlag> getClearedFlags() {
    return flags(false);
  }

  private List<RaisedFlag> flags(boolean standing) {
    return getDesk().screenings().stream()
        .flatMap(DiagnosisPage::raised)
        .filter(raised -> (raised.flag().state() != FlagState.CLEARED) == standing)
        .toList();
  }

  private static Stream<RaisedFlag> raised(ScreeningView screening) {
    return screening.flags().stream().map(flag -> new RaisedFlag(screening.screeningId(), flag));
  }

  public boolean isOver() {
    return getDesk().episode().state().isOver();
  }

  /** Whether somebody else has taken over, with the flags that stand. */
  public boolean isTransferred() {
    return getDesk().episode().state() == EpisodeState.TRANSFERRED;
  }

  public String clear(RaisedFlag raised) {
    return decide(raised, FlagState.CLEARED);
  }

  public String confirm(RaisedFlag raised) {
    return decide(raised, FlagState.CONFIRMED);
  }

  private String decide(RaisedFlag raised, FlagState decision) {
    try {
      screenings.decideFlag(
          new DecideFlag(
              raised.screeningId(),
              raised.flag().ruleId(),
              decision,
              reasons.get(raised.key()),
              getPasswords().get(raised.key())));
      return again("news." + decision);
    } catch (DomainRefusal refused) {
      return refused(refused);
    } finally {
      passwords = null;
    }
  }

  /** Refutes the standing diagnosis or marks it as entered in error, as the address asks. */
  public String end() {
    try {
      diagnoses.end(
          new EndDiagnosis(
              episode,
              getStanding() == null ? 0 : getStanding().diagnosisId(),
              act == Act.REFUTE ? VerificationStatus.REFUTED : VerificationStatus.ENTERED_IN_ERROR,
              reason,
              password));
      return again("news." + act);
    } catch (DomainRefusal refused) {
      return refused(refused);
    } finally {
      password = null;
    }
  }

  private String refused(DomainRefusal refusal) {
    refusals.show("diagnosis", refusal);
    forgetDesk();
    return null;
  }

  /** The same page, freshly read, with the news. */
  String again(String news) {
    refusals.news(words.say("diagnosis", news));
    return "/diagnosis/diagnosis?faces-redirect=true&episode=" + episode;
  }

  /** The reasons being typed, by flag. */
  public Map<String, String> getReasons() {
    return reasons;
  }

  /** The passwords being typed, by flag; none outlives the request. */
  public Map<String, String> getPasswords() {
    if (passwords == null) {
      passwords = new HashMap<>();
    }
    return passwords;
  }

  public long getEpisode() {
    return episode;
  }

  public void setEpisode(long episode) {
    this.episode = episode;
  }

  public String getAct() {
    return act == null ? null : act.name();
  }

  /** Anything but an act leaves the page as it is. */
  public void setAct(String asked) {
    act =
        Arrays.stream(Act.values())
            .filter(each -> each.name().equals(asked))
            .findFirst()
            .orElse(null);
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
