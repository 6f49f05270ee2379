package org.pacegate.domain.referral;

import static org.pacegate.domain.clinic.Role.ADMIN;
import static org.pacegate.domain.clinic.Role.PHYSICIAN;
import static org.pacegate.domain.clinic.Role.STAFF;
import static org.pacegate.domain.clinic.Role.THERAPIST;
import static org.pacegate.domain.referral.ReferralState.ACCEPTED;
import static org.pacegate.domain.referral.ReferralState.CANCELLED;
import static org.pacegate.domain.referral.ReferralState.COMPLETED;
import static org.pacegate.domain.referral.ReferralState.DECLINED;
import static org.pacegate.domain.referral.ReferralState.DRAFT;
import static org.pacegate.domain.referral.ReferralState.ENTERED_IN_ERROR;
import static org.pacegate.domain.referral.ReferralState.EXPIRED;
import static org.pacegate.domain.referral.ReferralState.IN_PROGRESS;
import static org.pacegate.domain.referral.ReferralState.NO_SHOW;
import static org.pacegate.domain.referral.ReferralState.ON_HOLD;
import static org.pacegate.domain.referral.ReferralState.RECEIVED;
import static org.pacegate.domain.referral.ReferralState.SCHEDULED;
import static org.pacegate.domain.referral.ReferralState.SENT;
import static org.pacegate.domain.referral.ReferralState.SUPERSEDED;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.screening.Urgency;

/**
 * Every legal step of a referral (R5.4); there is no other. The database holds the same table
 * ({@code referral_rules()}).
 */
public final class ReferralRules {

  private static final Set<Urgency> ALL = EnumSet.allOf(Urgency.class);
  private static final Set<Urgency> TODAY =
      EnumSet.of(Urgency.U0_EMERGENCY_NOW, Urgency.U1_SAME_DAY);
  private static final Set<Urgency> LATER = EnumSet.complementOf(EnumSet.copyOf(TODAY));
  private static final Set<Urgency> RED = EnumSet.complementOf(EnumSet.of(Urgency.U3_ROUTINE));
  private static final Set<Urgency> ROUTINE = EnumSet.of(Urgency.U3_ROUTINE);

  private static final Set<Role> CLINIC = EnumSet.of(STAFF, THERAPIST, PHYSICIAN);
  private static final Set<Role> CLINICIANS = EnumSet.of(THERAPIST, PHYSICIAN);
  private static final Set<Role> DOCTORS = EnumSet.of(PHYSICIAN);

  /** An administrator finds the lapse of a licence, and what stood on it asks again. */
  private static final Set<Role> ANYBODY = EnumSet.of(STAFF, THERAPIST, PHYSICIAN, ADMIN);

  private static final List<ReferralRule> RULES = build();

  private ReferralRules() {}

  /** All of them. */
  public static List<ReferralRule> all() {
    return RULES;
  }

  /** What somebody with these roles may do to a referral of this urgency in this state. */
  public static Set<ReferralAction> steps(ReferralState state, Urgency urgency, Set<Role> roles) {
    Set<ReferralAction> steps = EnumSet.noneOf(ReferralAction.class);
    RULES.stream()
        .filter(rule -> rule.from() == state && rule.urgencies().contains(urgency))
        .filter(rule -> rule.action().isByHand() && rule.allows(roles))
        .forEach(rule -> steps.add(rule.action()));
    return steps;
  }

  static List<ReferralRule> of(ReferralState state, ReferralAction action, Urgency urgency) {
    return RULES.stream().filter(rule -> rule.is(state, action, urgency)).toList();
  }

  private static List<ReferralRule> build() {
    List<ReferralRule> rules = new ArrayList<>();
    drafts(rules);
    rules.add(rule(DRAFT, ReferralAction.SEND, SENT, TODAY, CLINIC));
    rules.add(rule(DRAFT, ReferralAction.SEND, SENT, LATER, CLINICIANS));
    rules.add(rule(SENT, ReferralAction.RECEIVE, RECEIVED, ALL, CLINIC));
    rules.add(rule(RECEIVED, ReferralAction.ACCEPT, ACCEPTED, ALL, CLINIC));
    each(rules, EnumSet.of(SENT, RECEIVED), ReferralAction.DECLINE, DECLINED, ALL, CLINIC);
    each(rules, EnumSet.of(ACCEPTED, NO_SHOW), ReferralAction.SCHEDULE, SCHEDULED, ALL, CLINIC);
    rules.add(rule(SCHEDULED, ReferralAction.MISS, NO_SHOW, ALL, CLINIC));
    rules.add(rule(SCHEDULED, ReferralAction.BEGIN, IN_PROGRESS, ALL, CLINIC));
    rules.add(rule(IN_PROGRESS, ReferralAction.COMPLETE, COMPLETED, ALL, CLINICIANS));
    pauses(rules);
    ends(rules);
    return List.copyOf(rules);
  }

  private static void drafts(List<ReferralRule> rules) {
    rules.add(rule(null, ReferralAction.DRAFT, DRAFT, ALL, CLINICIANS));
    rules.add(rule(null, ReferralAction.DRAFT_BY_RULE, DRAFT, RED, ANYBODY));
    rules.add(new ReferralRule(null, ReferralAction.DRAFT_AGAIN, DRAFT, ALL, CLINIC, true));
  }

  private static void pauses(List<ReferralRule> rules) {
    for (ReferralState held : EnumSet.of(ACCEPTED, SCHEDULED)) {
      rules.add(rule(held, ReferralAction.HOLD, ON_HOLD, LATER, CLINICIANS));
      rules.add(rule(ON_HOLD, ReferralAction.RESUME, held, LATER, CLINICIANS));
    }
  }

  private static void ends(List<ReferralRule> rules) {
    Set<ReferralState> open = EnumSet.range(DRAFT, ON_HOLD);
    Set<ReferralState> unseen = EnumSet.complementOf(EnumSet.of(IN_PROGRESS));
    unseen.retainAll(open);
    each(rules, unseen, ReferralAction.REDIRECT, SUPERSEDED, ALL, CLINICIANS);
    each(rules, open, ReferralAction.CANCEL, CANCELLED, RED, DOCTORS);
    each(rules, open, ReferralAction.CANCEL, CANCELLED, ROUTINE, CLINICIANS);
    each(rules, open, ReferralAction.CLEAR, CANCELLED, RED, DOCTORS);
    each(rules, open, ReferralAction.HAND_OVER, CANCELLED, ALL, CLINICIANS);
    each(rules, unseen, ReferralAction.SUPERSEDE, SUPERSEDED, ALL, ANYBODY);
    Set<ReferralState> any = EnumSet.complementOf(EnumSet.of(ENTERED_IN_ERROR));
    each(rules, any, ReferralAction.ENTER_IN_ERROR, ENTERED_IN_ERROR, RED, DOCTORS);
    each(rules, any, ReferralAction.ENTER_IN_ERROR, ENTERED_IN_ERROR, ROUTINE, CLINICIANS);
    for (ReferralState waiting : EnumSet.of(SENT, RECEIVED, ACCEPTED)) {
      rules.add(
          new ReferralRule(
              waiting, ReferralAction.EXPIRE, EXPIRED, ReferralTimes.expiring(), Set.of(), true));
    }
  }

  private static void each(
      List<ReferralRule> rules,
      Set<ReferralState> from,
      ReferralAction action,
      ReferralState to,
      Set<Urgency> urgencies,
      Set<Role> roles) {
    from.forEach(state -> rules.add(rule(state, action, to, urgencies, roles)));
  }

  private static ReferralRule rule(
      ReferralState from,
      ReferralAction action,
      ReferralState to,
      Set<Urgency> urgencies,
      Set<Role> roles) {
    return new ReferralRule(from, action, to, urgencies, roles, false);
  }
}
