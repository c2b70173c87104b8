using System.Globalization;
using System.Text;

namespace CustomerInsight;

/// <summary>What a run read, left out, assumed and found.</summary>
/// <param name="Sources">What each source gave, in the order of registration.</param>
/// <param name="Lines">What the stages counted, in their order.</param>
public sealed record InsightReport(ValueList<SourceReport> Sources, ValueList<ReportLine> Lines)
{
    /// <summary>Writes the report for a person.</summary>
    /// <returns>One line for each source, each reason of quarantine and each count; no personal data.</returns>
    public string Describe()
    {
        var text = new StringBuilder();
        foreach (SourceReport source in Sources)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{source.Source}: {source.Read:#,0} {(source.Read == 1 ? "row" : "rows")} read, {source.Kept:#,0} {What(source)} kept");
            Count(text, source.Repeated, "repeated an earlier row word for word");
            Count(text, source.Superseded, "gave way to another version under the same key");
            Count(text, source.Deleted, "deleted by the source");
            foreach (RejectionCount rejected in source.Rejected)
            {
                RowRejection? first = source.Rejections.FirstOrDefault(rejection => rejection.Code == rejected.Code);
                string where = first is null ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"; first at row {first.Position}: {first.Message}");
                Count(text, rejected.Count, $"quarantined as {rejected.Code}{where}");
            }
        }

        foreach (ReportLine line in Lines)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{line.Stage}: {line.Count:#,0} {line.Text}");
        }

        return text.ToString();
    }

    private static string What(SourceReport source) => (source.Content, source.Kept) switch
    {
        (SourceContent.Records, 1) => "record",
        (SourceContent.Records, _) => "records",
        (_, 1) => "activity",
        _ => "activities",
    };

    private static void Count(StringBuilder text, long count, string what)
    {
        if (count > 0)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {count:#,0} {what}");
        }
    }
}
