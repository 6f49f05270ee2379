package org.pacegate.web.plan;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.pacegate.domain.diagnosis.GateRefusal;
import org.pacegate.domain.injury.EpisodeState;
import org.pacegate.domain.plan.PlanState;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.plan.CarePlans;
import org.pacegate.service.plan.CareStep;
import org.pacegate.service.plan.PlanAnswer;
import org.pacegate.service.plan.PlanDesk;
import org.pacegate.service.plan.PlanDesks;
import org.pacegate.service.plan.PlanView;
import org.pacegate.service.plan.ResumePlan;
import org.pacegate.service.plan.TransferCare;
import org.pacegate.web.shared.Refusals;
import org.pacegate.web.shared.SignedInView;
import org.pacegate.web.shared.Translations;

/** The treatment of one episode: the gate's answer, the open plan and the ways on. */
@Named("planPage")
@ViewScoped
public class PlanPage implements Serializable {

  private static final long serialVersionUID = 1L;

  /** What the address asks to do; each but {@code NEW} leads the episode to a state. */
  public enum Act {
    HOLD(EpisodeState.ON_HOLD),
    DISCHARGE(EpisodeState.DISCHARGED),
    TRANSFER(EpisodeState.TRANSFERRED),
    CLOSE(EpisodeState.CLOSED_LOST),
    NEW(null);

    private final EpisodeState leadsTo;

    Act(EpisodeState leadsTo) {
      this.leadsTo = leadsTo;
    }
  }

  @Inject private transient PlanDesks desks;
  @Inject private transient CarePlans plans;
  @Inject private transient Refusals refusals;
  @Inject private transient Translations words;
  @Inject private transient SignedInView person;

  private transient PlanDesk desk;
  private Set<GateRefusal> lastRefusals = Set.of();
  private long episode;
  private Act act;
  private Long version;
  private String reason;
  private String handOver;

  public PlanDesk getDesk() {
    if (desk == null) {
      desk = desks.open(episode, RunnersText::template);
      version = version == null ? (Long) desk.episode().version() : version;
    }
    return desk;
  }

  /** What the next step is taken from: the version that was on the page. */
  private long seen() {
    getDesk();
    return version;
  }

  private void forgetDesk() {
    desk = null;
    version = null;
  }

  /** Whether a transfer has to say to whom a danger is handed over. */
  public boolean isHandingOver() {
    return act == Act.TRANSFER
        && (getDesk().header().flag() != null
            || getDesk().refusals().contains(GateRefusal.URGENT_REFERRAL_OPEN));
  }

  /** Whether the signed-in person may treat at all. */
  public boolean isTreating() {
    return person.isTherapist() || person.isPhysician();
  }

  /** The plan that has not ended, or null. */
  public PlanView getOpenPlan() {
    return getDesk().plans().stream()
        .filter(plan -> plan.state().isOpen())
        .findFirst()
        .orElse(null);
  }

  /** Plans that have ended, newest first. */
  public List<PlanView> getEarlier() {
    return getDesk().plans().stream().filter(plan -> !plan.state().isOpen()).toList();
  }

  /** Whether the open plan rests on a diagnosis that no longer stands. */
  public boolean isDiagnosisReplaced() {
    PlanView open = getOpenPlan();
    Long standing = getDesk().episode().diagnosisId();
    return open != null && (standing == null || standing != open.diagnosisId());
  }

  /** What keeps the gate shut for the next step, in the order of the conditions. */
  public Set<GateRefusal> getRefusals() {
    PlanView open = getOpenPlan();
    if (!lastRefusals.isEmpty()) {
      return new TreeSet<>(lastRefusals);
    }
    if (open == null || (open.state() == PlanState.SUSPENDED && isDiagnosisReplaced())) {
      return new TreeSet<>(getDesk().refusals());
    }
    return open.state() == PlanState.ACTIVE ? Set.of() : new TreeSet<>(getDesk().resumeRefusals());
  }

  /** Whether a new plan can be written: the gate is open and no plan is active or paused. */
  boolean admitsNewPlan() {
    PlanView open = getOpenPlan();
    boolean free =
        open == null
            || (open.state() == PlanState.SUSPENDED && (act == Act.NEW || isDiagnosisReplaced()));
    return isTreating() && free && getDesk().refusals().isEmpty();
  }

  /** Whether the open plan could go on as it is. */
  public boolean isResumable() {
    PlanView open = getOpenPlan();
    return isTreating()
        && open != null
        && open.state() != PlanState.ACTIVE
        && !isDiagnosisReplaced();
  }

  /** The ways on that lead somewhere from here. */
  public List<Act> getActs() {
    EpisodeState now = getDesk().episode().state();
    return Arrays.stream(Act.values())
        .filter(each -> isTreating() && each.leadsTo != null && now.leadsTo(each.leadsTo))
        .filter(each -> each != Act.HOLD || now == EpisodeState.PLAN_ACTIVE)
        .toList();
  }

  public boolean isOver() {
    return getDesk().episode().state().isOver();
  }

  /** Asks the gate to let the plan go on. */
  public String resume() {
    try {
      return plans.resume(new ResumePlan(episode, seen())) instanceof PlanAnswer.Refused refused
          ? refused(refused)
          : again("news.resumed");
    } catch (DomainRefusal refused) {
      return refused(refused);
    }
  }

  /** Takes the step that the address asks for. */
  public String step() {
    try {
      switch (act) {
        case HOLD -> plans.hold(new CareStep(episode, seen(), reason));
        case DISCHARGE -> plans.discharge(new CareStep(episode, seen(), reason));
        case TRANSFER -> plans.transfer(new TransferCare(episode, seen(), reason, handOver));
        case CLOSE -> plans.closeLost(new CareStep(episode, seen(), reason));
        case NEW -> {
          return null;
        }
      }
      return again("news." + act);
    } catch (DomainRefusal refused) {
      return refused(refused);
    }
  }

  /** The gate said no: every reason is shown, and what was typed stays. */
  String refused(PlanAnswer.Refused answer) {
    lastRefusals = answer.reasons();
    forgetDesk();
    refusals.at(null, words.say("plan", "refusal.gate"));
    return null;
  }

  String refused(DomainRefusal refusal) {
    refusals.show("plan", refusal);
    forgetDesk();
    return null;
  }

  /** The same page, freshly read, with the news. */
  String again(String news) {
    refusals.news(words.say("plan", news));
    return "/plan/plan?faces-redirect=true&episode=" + episode;
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

  /** Whether the address asks for a step that is possible now. */
  public boolean isStepping() {
    return act != null && getActs().contains(act);
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

  public String getHandOver() {
    return handOver;
  }

  public void setHandOver(String handOver) {
    this.handOver = handOver;
  }
}
