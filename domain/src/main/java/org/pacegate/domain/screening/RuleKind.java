package org.pacegate.domain.screening;

/** How a rule takes what it does not know. */
public enum RuleKind {
  /** One answer is enough to act: unsure or unanswered counts as yes. */
  ACT_ALONE,
  /** Only several answers together mean something: unsure or unanswered leaves the rule open. */
  CLUSTER
}
