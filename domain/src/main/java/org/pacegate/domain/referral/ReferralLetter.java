package org.pacegate.domain.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.Sha256;

/**
 * The letter of a referral as it was sent: its content and the PDF made of it. Written once, in the
 * transaction that sends, and never changed; what the record says later is not in it (R5.61).
 */
@Entity
@Table(name = "referral_letter")
public class ReferralLetter {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "record")
  private Long id;

  @Column(name = "referral_id")
  private long referralId;

  @Enumerated(EnumType.STRING)
  private Language language;

  private String content;

  @Column(name = "content_hash")
  private String contentHash;

  private byte[] pdf;

  @Column(name = "pdf_hash")
  private String pdfHash;

  @Column(name = "sent_at")
  private Instant sentAt;

  @Column(name = "sent_by")
  private long sentBy;

  protected ReferralLetter() {}

  /**
   * Keeps the letter that goes out now.
   *
   * @param content JSON of what it says
   * @param pdf made of exactly that
   * @throws DomainRefusal {@code letter.notSent} for a referral that was not sent just now
   */
  public ReferralLetter(
      Referral referral, Language language, String content, byte[] pdf, Attribution sent) {
    if (referral.state() != ReferralState.SENT || !sent.at().equals(referral.sentAt())) {
      throw new DomainRefusal("letter.notSent", "referral " + referral.id());
    }
    this.referralId = referral.id();
    this.language = language;
    this.content = content;
    this.contentHash = Sha256.of(content);
    this.pdf = pdf.clone();
    this.pdfHash = Sha256.of(pdf);
    this.sentAt = sent.at();
    this.sentBy = sent.by();
  }

  public Long id() {
    return id;
  }

  public long referralId() {
    return referralId;
  }

  public Language language() {
    return language;
  }

  /** JSON of what it says. */
  public String content() {
    return content;
  }

  public String contentHash() {
    return contentHash;
  }

  /**
   * The PDF.
   *
   * @throws DomainRefusal {@code letter.damaged} if it is not what was sent
   */
  public byte[] pdf() {
    if (!pdfHash.equals(Sha256.of(pdf)) || !contentHash.equals(Sha256.of(content))) {
      throw new DomainRefusal("letter.damaged", "referral " + referralId);
    }
    return pdf.clone();
  }

  public String pdfHash() {
    return pdfHash;
  }

  public Instant sentAt() {
    return sentAt;
  }

  public long sentBy() {
    return sentBy;
  }
}
