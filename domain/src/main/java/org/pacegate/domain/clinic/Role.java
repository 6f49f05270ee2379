package org.pacegate.domain.clinic;

/**
 * What a person may do in their clinic; one person may hold several.
 *
 * <p>The names are the role names of the services' annotations and of the database's check.
 */
public enum Role {
  /** The desk: registers runners and takes the intake. */
  STAFF,
  /** Plans and follows the way back to running. */
  THERAPIST,
  /** Diagnoses. */
  PHYSICIAN,
  /** Writes patient education. */
  EDITOR,
  /** Releases patient education. */
  REVIEWER,
  /** Administers accounts, licences and settings; sees no clinical record by this role alone. */
  ADMIN
}
