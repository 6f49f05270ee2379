package org.pacegate.domain.referral;

import jakarta.persistence.Embeddable;
import org.pacegate.domain.patient.Person;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.domain.shared.Words;

/** How somebody outside is reached: one way at least. Never changes. */
@Embeddable
public class ContactWays {

  private static final int LONGEST = 500;

  private String phone;
  private String email;
  private String address;

  protected ContactWays() {}

  /**
   * @param address where a letter goes, or null
   * @throws InvalidValue for {@code phone}, {@code email} or {@code address}; {@code contact}
   *     {@code missing} when there is none of them
   */
  public ContactWays(String phone, String email, String address) {
    this.phone = Person.phoneNumber(phone);
    this.email = email == null || email.isBlank() ? null : Person.emailAddress(email);
    this.address = Words.optional("address", address, LONGEST);
    if (this.phone == null && this.email == null && this.address == null) {
      throw new InvalidValue("contact", "missing");
    }
  }

  /** May be null. */
  public String phone() {
    return phone;
  }

  /** May be null. */
  public String email() {
    return email;
  }

  /** May be null. */
  public String address() {
    return address;
  }
}
