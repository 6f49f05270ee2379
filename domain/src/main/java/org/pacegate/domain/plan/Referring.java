package org.pacegate.domain.plan;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.pacegate.domain.injury.Episode;
import org.pacegate.domain.referral.Referral;
import org.pacegate.domain.referral.ReferralAction;
import org.pacegate.domain.referral.ReferralRequest;
import org.pacegate.domain.referral.ReferralResult;
import org.pacegate.domain.referral.ReferralState;
import org.pacegate.domain.referral.ReferralStep;
import org.pacegate.domain.screening.FiredRule;
import org.pacegate.domain.screening.Screening;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.DomainRefusal;

/**
 * Who outside is asked about the injury of one episode: rules and clinicians ask, and what is found
 * meanwhile may make a request needless. One asks for each target and reason at a time.
 */
public final class Referring {

  private final Episode episode;
  private final CaseFile file;

  Referring(Episode episode, CaseFile file) {
    this.episode = episode;
    this.file = file;
  }

  /**
   * A clinician asks.
   *
   * @throws DomainRefusal {@code referral.exists} while the same is asked of the same
   */
  public Referral ask(ReferralRequest asked, ReferralStep step) {
    episode.expectOpen();
    if (openLike(asked).isPresent()) {
      throw new DomainRefusal("referral.exists", "episode " + episode.id());
    }
    Referral referral = Referral.byHand(asked, step);
    file.add(referral);
    return referral;
  }

  /**
   * Somebody takes a step. One that is declined is drafted again (R5.9).
   *
   * @throws DomainRefusal {@code referral.flagStands} for ending by hand what a standing flag asks
   *     for (R5.12)
   */
  public void take(Referral referral, ReferralAction action, ReferralStep step) {
    file.expectOwn(referral.episodeId(), "referral.otherEpisode");
    boolean ends = action == ReferralAction.CANCEL || action == ReferralAction.ENTER_IN_ERROR;
    if (ends && referral.isOpen() && isAskedForByFlag(referral)) {
      throw new DomainRefusal("referral.flagStands", "referral " + referral.id());
    }
    referral.take(action, step);
    if (action == ReferralAction.DECLINE) {
      replace(referral, referral.again(step.by()));
    }
  }

  /** The runner has an appointment. */
  public void schedule(Referral referral, Instant appointment, ReferralStep step) {
    file.expectOwn(referral.episodeId(), "referral.otherEpisode");
    referral.schedule(appointment, step);
  }

  /** The answer is here. */
  public void complete(Referral referral, ReferralResult result, ReferralStep step) {
    file.expectOwn(referral.episodeId(), "referral.otherEpisode");
    referral.complete(result, step);
  }

  /**
   * Drafts what a fired rule asks for. The same, asked already at no lower urgency, goes on; at the
   * same target a lower one is superseded (R5.8).
   */
  void askFor(Screening screening, FiredRule fired, Attribution by) {
    ReferralRequest asked = ReferralRequest.of(screening, fired);
    List<Referral> lower =
        file.openReferrals().stream()
            .filter(open -> open.request().target().equals(asked.target()))
            .filter(open -> asked.urgency().compareTo(open.urgency()) < 0)
            .toList();
    lower.forEach(open -> open.supersede("referral.superseded.higherUrgency", by));
    Referral stands = openLike(asked).orElseGet(() -> drafted(asked, by));
    lower.forEach(open -> open.replacedBy(stands));
  }

  private Referral drafted(ReferralRequest asked, Attribution by) {
    Referral referral = Referral.byRule(asked, by);
    file.add(referral);
    return referral;
  }

  /** Drafts again what the worst standing flag of a screening asks for, if nothing open does. */
  void askAgain(Screening screening, Attribution by) {
    screening
        .worstStandingFlag()
        .map(flag -> ReferralRequest.again(flag, by.at()))
        .filter(asked -> openLike(asked).isEmpty())
        .filter(
            asked ->
                file.openReferrals().stream()
                    .noneMatch(open -> screening.id().equals(open.request().screeningId())))
        .ifPresent(asked -> drafted(asked, by));
  }

  /**
   * A professional cleared flags: what no flag asks for any longer is cancelled, and what it had
   * taken the place of while its own flag still stands is asked for again.
   */
  void flagCleared(Attribution by) {
    List<Referral> needless =
        file.openReferrals().stream()
            .filter(open -> open.isNoLongerAskedFor(file.screenings()))
            .toList();
    needless.forEach(open -> open.flagCleared(by));
    needless.stream()
        .flatMap(ended -> file.referrals().stream().filter(each -> isReplaced(each, ended)))
        .flatMap(each -> screeningOf(each).stream())
        .filter(Screening::hasStandingFlag)
        .forEach(screening -> askAgain(screening, by));
  }

  private static boolean isReplaced(Referral superseded, Referral by) {
    return superseded.state() == ReferralState.SUPERSEDED
        && by.id().equals(superseded.supersededBy());
  }

  private Optional<Screening> screeningOf(Referral referral) {
    return file.screenings().stream()
        .filter(screening -> screening.id().equals(referral.request().screeningId()))
        .findFirst();
  }

  /** The diagnosis was confirmed another way: who has seen the runner is still waited for. */
  void diagnosisConfirmed(Attribution by) {
    file.openReferrals().stream()
        .filter(open -> open.state() != ReferralState.IN_PROGRESS)
        .filter(open -> !isAskedForByFlag(open))
        .forEach(open -> open.supersede("referral.superseded.diagnosed", by));
  }

  /** Somebody else takes over what was asked of others. */
  void handOver(String handOver, Attribution by) {
    file.openReferrals().forEach(open -> open.handOver(handOver, by));
  }

  private void replace(Referral ended, Referral successor) {
    file.add(successor);
    ended.replacedBy(successor);
  }

  private boolean isAskedForByFlag(Referral referral) {
    return file.screenings().stream().anyMatch(referral.request()::isAskedForBy);
  }

  private Optional<Referral> openLike(ReferralRequest asked) {
    return file.openReferrals().stream()
        .filter(open -> open.request().isSameAs(asked))
        .min(Comparator.comparing(Referral::id));
  }

  public List<Referral> referrals() {
    return file.referrals();
  }
}
