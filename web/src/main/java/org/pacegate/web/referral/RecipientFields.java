package org.pacegate.web.referral;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Set;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.screening.Target;
import org.pacegate.service.referral.RecipientForm;
import org.pacegate.service.referral.RecipientView;
import org.pacegate.web.shared.UiLanguage;

/** The fields of an entry of the directory, as they are typed. */
public class RecipientFields implements Serializable {

  private static final long serialVersionUID = 1L;

  private String name;
  private Target[] serves = {};
  private String phone;
  private String email;
  private String address;
  private UiLanguage letterLanguage = UiLanguage.EN;
  private String spokenLanguages;
  private String note;

  /** What stands in the directory. */
  void from(RecipientView now) {
    name = now.name();
    serves = now.serves().stream().map(Target::valueOf).toArray(Target[]::new);
    phone = now.phone();
    email = now.email();
    address = now.address();
    letterLanguage = now.letterLanguage() == Language.es ? UiLanguage.ES : UiLanguage.EN;
    spokenLanguages = now.spokenLanguages();
    note = now.note();
  }

  RecipientForm form() {
    return new RecipientForm(
        name,
        Set.copyOf(Arrays.asList(serves)),
        phone,
        email,
        address,
        Language.valueOf((letterLanguage == null ? UiLanguage.EN : letterLanguage).getTag()),
        spokenLanguages,
        note);
  }

  public Target[] getTargets() {
    return Target.values();
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public Target[] getServes() {
    return serves.clone();
  }

  public void setServes(Target[] serves) {
    this.serves = serves.clone();
  }

  public String getPhone() {
    return phone;
  }

  public void setPhone(String phone) {
    this.phone = phone;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getAddress() {
    return address;
  }

  public void setAddress(String address) {
    this.address = address;
  }

  public UiLanguage getLetterLanguage() {
    return letterLanguage;
  }

  public void setLetterLanguage(UiLanguage letterLanguage) {
    this.letterLanguage = letterLanguage;
  }

  public String getSpokenLanguages() {
    return spokenLanguages;
  }

  public void setSpokenLanguages(String spokenLanguages) {
    this.spokenLanguages = spokenLanguages;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }
}
