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

/** What the clinic is called, and by which clock it tells the day. */
@Named
@RequestScoped
public class ProfilePage {

  @Inject private ClinicProfiles profiles;
  @Inject private Refusals refusals;

  private ClinicProfile now;
  private String seenName;
  private String seenTimeZone;
  private String clinicName;
  private String timeZone;

  @PostConstruct
  void readProfile() {
    now = profiles.profile();
    seenName = now.name();
    seenTimeZone = now.timeZone().getId();
    clinicName = seenName;
    timeZone = seenTimeZone;
  }

  public void save() {
    try {
      profiles.change(new ChangeProfile(seen(), clinicName, timeZone));
      refusals.newsThere(
          "clinic", "profile.saved", Faces.getRequestContextPath() + "/clinic/profile.xhtml");
    } catch (DomainRefusal refused) {
      refusals.show("clinic", refused);
    }
  }

  /** What the page showed; a clock that no page shows is as good as another one. */
  private ClinicProfile seen() {
    try {
      return new ClinicProfile(seenName, ZoneId.of(seenTimeZone));
    } catch (DateTimeException invented) {
      return new ClinicProfile("", now.timeZone());
    }
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
}
