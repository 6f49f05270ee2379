package org.pacegate.domain.questionnaire;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.ClinicRecord;

/**
 * What an administrator said once of whom a questionnaire in use is asked. It never changes: the
 * one with the highest number holds for intakes that begin, and an intake stays with the one that
 * it began on.
 */
@Entity
@Table(name = "questionnaire_audience")
public class OwnAudience extends ClinicRecord {

  @Column(name = "questionnaire_id")
  private long questionnaireId;

  private int number;

  /** Names of the regions with blanks between; empty for everybody. */
  private String regions;

  @Column(name = "at_rescreen")
  private boolean again;

  @Column(name = "said_at")
  private Instant saidAt;

  @Column(name = "said_by")
  private long saidBy;

  protected OwnAudience() {}

  OwnAudience(OwnQuestionnaire own, int number, Audience audience, Attribution said) {
    this.questionnaireId = own.id();
    this.number = number;
    this.regions = text(audience);
    this.again = audience.again();
    this.saidAt = said.at();
    this.saidBy = said.by();
  }

  private static String text(Audience audience) {
    return audience.regions().stream().sorted().map(Enum::name).collect(Collectors.joining(" "));
  }

  /** As it is kept: names of regions with blanks between, empty for everybody. */
  public static Audience read(String regions, boolean again) {
    return new Audience(
        Arrays.stream(regions.split(" ", -1))
            .filter(name -> !name.isEmpty())
            .map(BodySite::valueOf)
            .collect(Collectors.toSet()),
        again);
  }

  public Audience audience() {
    return read(regions, again);
  }

  /** Which word about its questionnaire it is, from 1. */
  public int number() {
    return number;
  }
}
