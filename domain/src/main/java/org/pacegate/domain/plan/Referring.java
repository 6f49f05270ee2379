package org.pacegate.domain.plan;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.pacegate.domain.injury.Episode;
import org.pacegate.domain.referral.LetterText;
import org.pacegate.domain.referral.Recipient;
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
 * meanwhile may make a request needless. For each target and reason one waits at a time.
 */
public final class Referring {

  private final Episode episode;
  private final CaseFile file;

  Referring(Episode episode, CaseFile file) {
    this.episode = episode;
    this.file = file;
  }

  /**
   * A clinician asks; what else moves then is in {@link CourseOfCare#refer}.
   *
   * @throws DomainRefusal {@code referral.exists} while the same is asked of the same
   */
  Referral ask(ReferralRequest asked, ReferralStep step) {
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
   * @throws DomainRefusal {@code referral.flagStands} for ending or holding by hand what a standing
   *     flag asks for (R5.12)
   */
  public void take(Referral referral, ReferralAction action, ReferralStep step) {
    file.expectOwn(referral.episodeId(), "referral.otherEpisode");
    if (action.leavesNobodyAsked() && referral.isOpen() && isAskedForByFlag(referral)) {
      throw new DomainRefusal("referral.flagStands", "referral " + referral.id());
    }
    boolean answered = referral.state() == ReferralState.COMPLETED;
    referral.take(action, step);
    if (action == ReferralAction.DECLINE) {
      replace(referral, referral.again(step.by()));
    }
    if (answered) {
      answerTakenBack(referral, step.by());
    }
    if (action == ReferralAction.BEGIN) {
      askForWhatStands(step.by());
    }
  }

  /**
   * It goes to somebody of the directory, or without one.
   *
   * @throws DomainRefusal as {@link Referral#send}
   */
  public void send(Referral referral, Recipient to, LetterText text, ReferralStep step) {
    file.expectOwn(referral.episodeId(), "referral.otherEpisode");
    referral.send(to, text, step);
  }

  /** Nobody has seen the runner after all: what a standing flag asks for is asked again (R5.14). */
  private void answerTakenBack(Referral referral, Attribution by) {
    if (isAskedForByFlag(referral) && !episode.state().isOver()) {
      openLike(referral.request())
          .ifPresentOrElse(referral::replacedBy, () -> replace(referral, referral.again(by)));
    }
    askForWhatStands(by);
  }

  /**
   * Somebody else is asked in its place, or the same more urgently, for the same cause (R5.15);
   * what else moves then is in {@link CourseOfCare#redirect}.
   *
   * @throws DomainRefusal {@code referral.exists} while the same is asked there already
   */
  Referral redirect(Referral referral, ReferralRequest there, ReferralStep step) {
    file.expectOwn(referral.episodeId(), "referral.otherEpisode");
    if (openLike(there).filter(open -> open != referral).isPresent()) {
      throw new DomainRefusal("referral.exists", "episode " + episode.id());
    }
    Referral successor = referral.redirect(there, step);
    replace(referral, successor);
    return successor;
  }

  /** The runner has an appointment. */
  public void schedule(Referral referral, Instant appointment, ReferralStep step) {
    file.expectOwn(referral.episodeId(), "referral.otherEpisode");
    referral.schedule(appointment, askedFirst(referral), step);
  }

  /** When the first of its chain was asked: who was seen then may be told under its successor. */
  private Instant askedFirst(Referral referral) {
    return file.referrals().stream()
        .filter(each -> lastOf(each) == referral)
        .map(Referral::askedAt)
        .min(Comparator.naturalOrder())
        .orElseGet(referral::askedAt);
  }

  /** The answer is here. */
  public void complete(Referral referral, ReferralResult result, ReferralStep step) {
    file.expectOwn(referral.episodeId(), "referral.otherEpisode");
    referral.complete(result, step);
    askForWhatStands(step.by());
  }

  /** Drafts what a fired rule asks for. */
  void askFor(Screening screening, FiredRule fired, Attribution by) {
    demand(ReferralRequest.of(screening, fired), by);
  }

  /**
   * The same, asked already at no lower urgency, goes on; at the same target a lower one is
   * superseded (R5.8).
   */
  private void demand(ReferralRequest asked, Attribution by) {
    List<Referral> lower =
        file.openReferrals().stream()
            .filter(Referral::isAwaited)
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
  private void askAgain(Screening screening, Attribution by) {
    screening
        .worstStandingFlag()
        .map(flag -> ReferralRequest.again(flag, by.at()))
        .filter(
            asked ->
                file.openReferrals().stream()
                    .filter(Referral::isAwaited)
                    .noneMatch(
                        open ->
                            open.request().isAskedForBy(screening)
                                && open.urgency().isAtLeast(asked.urgency())))
        .ifPresent(asked -> demand(asked, by));
  }

  /**
   * A professional cleared flags: what no flag asks for any longer is cancelled. What it had taken
   * the place of is asked for again: a clinician's own question, and whatever still stands.
   */
  void flagCleared(Attribution by) {
    List<Referral> needless =
        file.openReferrals().stream()
            .filter(open -> open.isNoLongerAskedFor(file.screenings()))
            .toList();
    needless.forEach(open -> open.flagCleared(by));
    file.referrals().stream()
        .filter(Referral::isAskedByHand)
        .filter(asked -> successor(asked).filter(other -> !other.isAskedByHand()).isPresent())
        .filter(asked -> needless.contains(lastOf(asked)))
        .filter(asked -> openLike(asked.request()).isEmpty())
        .forEach(asked -> file.add(asked.again(by)));
    askForWhatStands(by);
  }

  /**
   * No flag of U0 to U2 stands without anybody who is asked, or who has seen the runner (R5.14), as
   * long as the course of care goes on.
   */
  void askForWhatStands(Attribution by) {
    if (episode.state().isOver()) {
      return;
    }
    file.screenings().stream()
        .filter(Screening::hasStandingFlag)
        .filter(screening -> file.referrals().stream().noneMatch(each -> sees(each, screening)))
        .forEach(screening -> askAgain(screening, by));
  }

  /**
   * Whether a screening's flag asked for it, and it or what took its place is no less urgent than
   * the worst that stands and is awaited, or has seen the runner since: a visit before the danger
   * was told is no answer to it.
   */
  private boolean sees(Referral referral, Screening screening) {
    Referral last = lastOf(referral);
    return referral.request().isAskedForBy(screening)
        && screening
            .worstStandingFlag()
            .filter(flag -> last.urgency().isAtLeast(flag.urgency()))
            .isPresent()
        && (last.isAwaited() || last.hasSeenSince(screening.performedAt()));
  }

  private Referral lastOf(Referral referral) {
    Referral last = referral;
    for (Optional<Referral> next = successor(last); next.isPresent(); next = successor(last)) {
      last = next.get();
    }
    return last;
  }

  private Optional<Referral> successor(Referral referral) {
    return file.referrals().stream()
        .filter(each -> each.id().equals(referral.supersededBy()))
        .findFirst();
  }

  /**
   * A diagnosis was confirmed another way: the routine question is answered. Who has an appointment
   * or has seen the runner is waited for, and so is everything red (R5.8).
   */
  void diagnosisConfirmed(Attribution by) {
    file.openReferrals().stream()
        .filter(Referral::isRoutineAndUnanswered)
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
        .filter(Referral::isAwaited)
        .filter(open -> open.request().isSameAs(asked))
        .min(Comparator.comparing(Referral::id));
  }

  public List<Referral> referrals() {
    return file.referrals();
  }
}
