/**
 * What the catalogue says, as text for people and as records for programs.
 *
 * <p>{@link io.prosodykit.report.CompatibilityReport} evaluates modules on versions of Prosody,
 * {@link io.prosodykit.report.CoverageReport} shows what a server has of the compliance suites,
 * {@link io.prosodykit.report.ModuleReport} has all that is known of one module, and {@link
 * io.prosodykit.report.ModuleListReport} lists modules, a line each. {@link
 * io.prosodykit.report.ReleaseChangesReport} shows what changes between two versions of Prosody.
 *
 * <p>Each report prints in the same forms. {@code toText()} has aligned columns, with headings in
 * the first line; each line ends with a line feed, and characters that a reader cannot see are
 * shown as their codes. {@code toRecords()} has the same for programs: records of equally many
 * fields, the first with the fields' names, and texts as the catalogue has them. Several values in
 * one field have {@code "; "} between. {@code toCsv()} writes the records for a spreadsheet, which
 * takes no cell for a formula, and {@code toMarkdown()} as a table of Markdown, or several.
 */
@NullMarked
package io.prosodykit.report;

import org.jspecify.annotations.NullMarked;
