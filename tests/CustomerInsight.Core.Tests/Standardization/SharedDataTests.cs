using System.Text.RegularExpressions;

namespace CustomerInsight;

/// <summary>Real values with errors; the counts are those of Python's datetime.date.fromisoformat and of the pattern [^@\s]+@[^@\s]+.</summary>
public sealed partial class SharedDataTests
{
    [SharedFact]
    public void Date_HistoricalFigures_NotesTheImpossibleOnly()
    {
        string text = File.ReadAllText(SharedData.Path("data", "people", "splink_historical_50k", "records.csv"));
        string[] dates = [.. Dates().Matches(text).Select(static match => match.Groups[1].Value)];
        StandardizedValue[] results = Array.ConvertAll(dates, static date => new DateStandardizer().Standardize(date, SourceConventions.Default));

        Assert.Equal(39_175, dates.Length);
        Assert.Equal(2_909, results.Count(static result => result.Note is StandardizationNote.PartialDate or StandardizationNote.Rejected));
        Assert.Equal(21, results.Count(static result => result.Value is null));
        Assert.All(results.Zip(dates), static pair => Assert.True(pair.First.Value is null || pair.First.Value == pair.Second));
    }

    [SharedFact]
    public void Email_GeneratedPersons_RejectsWhatIsNoAddress()
    {
        string[] addresses = [.. File.ReadLines(SharedData.Path("data", "people", "splink_fake_1000", "records.csv")).Skip(1)
            .Select(static line => line.Split(',')[^1]).Where(static address => address.Length > 0)];

        Assert.Equal(789, addresses.Length);
        Assert.Equal(14, addresses.Count(static address => new EmailStandardizer().Standardize(address, SourceConventions.Default).Value is null));
    }

    [GeneratedRegex(@",(-\d{4}-\d\d-\d|\d{4}-\d\d-\d\d)(?=,)")]
    private static partial Regex Dates();
}
