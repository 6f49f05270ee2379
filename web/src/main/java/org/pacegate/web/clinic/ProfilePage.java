package org.pacegate.web.clinic;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import org.omnifaces.util.Faces;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.clinic.ChangeProfile;
import org.pacegate.service.clinic.ClinicProfile;
import org.pacegate.service.clinic.ClinicProfiles;
import org.pacegate.web.shared.Refusals;

/** What the clinic is called, by which clock it tells the day, and how it is reached. */
@Named
@RequestScoped
public class ProfilePage {

  @Inject private ClinicProfiles profiles;
  @Inject private Refusals refusals;

  private ClinicProfile now;
  private String seenName;
  private String seenTimeZone;
  private String seenPhone;
  private String seenEmail;
  private String seenAddress;
  private String clinicName;
  private String timeZone;
  private String phone;
  private String email;
  private String address;

  @PostConstruct
  void readProfile() {
    now = profiles.profile();
    seenName = now.name();
    seenTimeZone = now.timeZone().getId();
    seenPhone = now.phone();
    seenEmail = now.email();
    seenAddress = now.address();
    clinicName = seenName;
    timeZone = seenTimeZone;
    phone = seenPhone;
    email = seenEmail;
    address = seenAddress;
  }

  public void save() {
    try {
      profiles.change(new ChangeProfile(seen(), clinicName, timeZone, phone, email, address));
      refusals.newsThere(
          "clinic", "profile.saved", Faces.getRequestContextPath() + "/clinic/profile.xhtml");
    } catch (DomainRefusal refused) {
      refusals.show("clinic", refused);
    }
  }

  /** What the page showed; a clock that no page shows is as good as another one. */
  private ClinicProfile seen() {
    try {
      return new ClinicProfile(
          seenName, ZoneId.of(seenTimeZone), seenPhone, seenEmail, seenAddress);
    } catch (DateTimeException invented) {
      return new ClinicProfile("", now.timeZone(), null, null, null);
    }
  }

  /** A hidden field sends nothing as an empty text, and lines as a browser ends them. */
  private static String none(String sent) {
    return sent == null || sent.isEmpty() ? null : sent.replace("\r\n", "\n");
  }

  public List<String> getTimeZones() {
    return profiles.timeZones();
  }

  public String getSeenName() {
    return seenName;
  }

  public void setSeenName(String seenName) {
    this.seenName = seenName;
  }

  public String getSeenTimeZone() {
    return seenTimeZone;
  }

  public void setSeenTimeZone(String seenTimeZone) {
    this.seenTimeZone = seenTimeZone == null ? "" : seenTimeZone;
  }

  public String getClinicName() {
    return clinicName;
  }

  public void setClinicName(String clinicName) {
    this.clinicName = clinicName;
  }

  public String getTimeZone() {
    return timeZone;
  }

  public void setTimeZone(String timeZone) {
    this.timeZone = timeZone;
  }

  public String getSeenPhone() {
    return seenPhone;
  }

  public void setSeenPhone(String seenPhone) {
    this.seenPhone = none(seenPhone);
  }

  public String getSeenEmail() {
    return seenEmail;
  }

  public void setSeenEmail(String seenEmail) {
    this.seenEmail = none(seenEmail);
  }

  public String getSeenAddress() {
    return seenAddress;
  }

  public void setSeenAddress(String seenAddress) {
    this.seenAddress = none(seenAddress);
  }

  public String getPhone() {
    return phone;
  }

  public void setPhone(String phone) {
    this.phone = none(phone);
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = none(email);
  }

  public String getAddress() {
    return address;
  }

  public void setAddress(String address) {
    this.address = none(address);
  }
}
