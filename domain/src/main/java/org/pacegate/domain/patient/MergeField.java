package org.pacegate.domain.patient;

/** What is chosen from one of two records of the same person. */
public enum MergeField {
  NAME,
  BIRTH_DATE,
  SEX,
  PHONE,
  EMAIL,
  LANGUAGE
}
