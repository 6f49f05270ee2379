package org.pacegate.domain.audit;

/** What was done to a record, or to an account. */
public enum AuditAction {
  READ,
  SEARCH,
  CREATE,
  CHANGE,
  /** Signed with the password asked again. */
  SIGN,
  /** Refused: by a rule, for want of a right, or because there is no such record. */
  REFUSE,
  SIGN_IN,
  SIGN_OUT,
  SIGN_IN_FAILED
}
