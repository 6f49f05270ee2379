package org.pacegate.domain.patient;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;

/** A person as the record said it at one moment. */
@Embeddable
public class PersonAsTold {

  @Column(name = "family_name")
  private String familyName;

  @Column(name = "given_name")
  private String givenName;

  @Column(name = "birth_date")
  private LocalDate birthDate;

  @Enumerated(EnumType.STRING)
  private Sex sex;

  private String phone;
  private String email;

  @Enumerated(EnumType.STRING)
  private Language language;

  protected PersonAsTold() {}

  PersonAsTold(Person person) {
    this.familyName = person.familyName();
    this.givenName = person.givenName();
    this.birthDate = person.birthDate();
    this.sex = person.sex();
    this.phone = person.phone();
    this.email = person.email();
    this.language = person.language();
  }

  public Person person() {
    return new Person(familyName, givenName, birthDate, sex, phone, email, language);
  }
}
