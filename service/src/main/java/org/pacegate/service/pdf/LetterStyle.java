package org.pacegate.service.pdf;

/** How a letter looks: black on white, for a printer and a fax. */
final class LetterStyle {

  static final String CSS =
      """
      @page { size: A4; margin: 13mm 15mm 14mm 15mm;
        @bottom-right { content: counter(page) ' / ' counter(pages); font: 7pt 'DejaVu Sans'; color: #444; }
        @bottom-left { content: '%s'; font: 7pt 'DejaVu Sans'; color: #444; } }
      body { font-family: 'DejaVu Sans'; font-size: 8pt; line-height: 1.28; color: #111; word-wrap: break-word; margin: 0; }
      p { margin: 0; }
      h1 { font-size: 15pt; margin: 0; }
      h2 { font-size: 8.5pt; margin: 1.8mm 0 0.5mm 0; padding-bottom: 0.4mm; border-bottom: 0.6pt solid #333; page-break-after: avoid; }
      table { border-collapse: collapse; width: 100%%; table-layout: fixed; -fs-table-paginate: paginate; }
      th, td { text-align: left; vertical-align: top; padding: 0.25mm 0; }
      th { font-weight: normal; color: #444; padding-right: 2mm; }
      tr { page-break-inside: avoid; }
      ul { margin: 0; padding: 0; list-style-type: none; }
      .typed { white-space: pre-wrap; }
      .strong { font-weight: bold; }
      .small { font-size: 7pt; color: #333; }
      .clinic { font-weight: bold; font-size: 9.5pt; }
      .head td { padding: 0; }
      .head .wide { width: 100mm; }
      .head .right { text-align: right; }
      .people, .form { width: 99.7%%; }
      .people { margin-top: 2.5mm; }
      .people td { border: 0.5pt solid #888; padding: 1.4mm 2mm; }
      .people .small { margin-bottom: 0.3mm; }
      .urgent { margin-top: 2.5mm; border: 1.6pt solid #111; padding: 1.2mm 2.5mm; font-size: 10pt; font-weight: bold; }
      .due { font-size: 8.5pt; }
      .facts th { width: 35mm; }
      .sign { page-break-inside: avoid; }
      .closing { margin-top: 1.2mm; }
      .answer { page-break-inside: avoid; margin-top: 1.8mm; }
      .cut { border-top: 0.8pt dashed #333; margin-top: 2mm; padding-top: 1.6mm; }
      .form { margin-top: 1mm; }
      .form th { width: 52mm; color: #111; }
      .form th, .form td { border: 0.5pt solid #888; padding: 1.2mm 1.6mm; }
      .form .tall { height: 7.5mm; }
      .who { margin-top: 0; }
      .who th { width: 26mm; border-top: 0; }
      .who td { border-top: 0; }
      """;

  private LetterStyle() {}
}
