using System.Globalization;
using CustomerInsight.Models;

namespace LifetimeValueSample;

/// <summary>Donors who may give once a year: purchases at single opportunities.</summary>
internal sealed class DonationStory(TextWriter screen, ResultFolder results)
{
    private const int Ahead = 5;

    public async Task TellAsync(string path, CancellationToken cancellationToken)
    {
        OpportunityCount[] donors = [.. (await File.ReadAllLinesAsync(path, cancellationToken)).Select(static (line, i) => (Line: line, Number: i + 1)).Skip(1).Where(static row => row.Line.Length > 0).Select(static row => Read(row.Line, row.Number))];
        FitResult<BgBbModel> fit = new BgBbEstimator().Fit(donors, cancellationToken);
        screen.WriteLine();
        screen.WriteLine("== BG/BB ==");
        screen.Write(fit.Report.Describe());
        if (fit.Model is not { } model)
        {
            return;
        }

        int most = donors.Max(static donor => donor.Pattern.Opportunities);
        screen.WriteLine();
        screen.WriteLine($"{"gifts",-8}{"donors",10}{"by the model",14}");
        for (int gifts = 0; gifts <= most; gifts++)
        {
            int seen = donors.Where(donor => donor.Pattern.Repeats == gifts).Sum(static donor => donor.Customers);
            double expected = donors.Sum(donor => donor.Customers * model.ProbabilityOf(gifts, donor.Pattern.Opportunities));
            screen.WriteLine($"{gifts,-8}{seen,10:#,0}{expected,14:#,0.0}");
        }

        screen.WriteLine();
        screen.WriteLine($"{"gifts",-8}{"last in",10}{"donors",10}{"alive",10}{$"in {Ahead} years",14}{"for ever",14}");
        foreach (OpportunityCount donor in donors)
        {
            OpportunityPattern pattern = donor.Pattern;
            screen.WriteLine($"{pattern.Repeats,-8}{pattern.LastOpportunity,10}{donor.Customers,10:#,0}{model.ProbabilityAlive(pattern),10:0.000}{model.ExpectedPurchases(pattern, Ahead),14:0.000}{model.DiscountedPurchases(pattern, DiscountRate.Annual(0.10)),14:0.000}");
        }

        await results.WriteAsync("donors.csv", "gifts,last,years,donors,alive,expected\n" + string.Concat(donors.Select(donor => string.Create(
            CultureInfo.InvariantCulture,
            $"{donor.Pattern.Repeats},{donor.Pattern.LastOpportunity},{donor.Pattern.Opportunities},{donor.Customers},{model.ProbabilityAlive(donor.Pattern):0.0000},{model.ExpectedPurchases(donor.Pattern, Ahead):0.0000}\n"))), cancellationToken);
    }

    private static OpportunityCount Read(string line, int number)
    {
        int[] fields = [.. line.Split(',').Select(field => int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : -1)];
        return fields is [>= 0 and var gifts, >= 0 and var last, >= 0 and var years, >= 0 and var donors]
            ? new OpportunityCount(new OpportunityPattern(gifts, last, years), donors)
            : throw new FormatException($"Line {number} is not of four whole numbers: gifts, year of the last, years, donors.");
    }
}
