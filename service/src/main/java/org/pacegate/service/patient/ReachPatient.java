package org.pacegate.service.patient;

/**
 * Somebody is reached another way.
 *
 * @param version of the patient, as it was read
 * @param phone empty for none
 * @param email empty for none
 */
public record ReachPatient(long patientId, long version, String phone, String email) {}
