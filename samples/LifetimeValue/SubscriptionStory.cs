using System.Globalization;
using CustomerInsight;
using CustomerInsight.Models;

namespace LifetimeValueSample;

/// <summary>Subscribers who renew every year until they do not.</summary>
internal sealed class SubscriptionStory(TextWriter screen, ResultFolder results)
{
    private const int Learned = 7;
    private const int Percent = 100;
    private const int Cohort = 1_000;

    public async Task TellAsync(string path, CancellationToken cancellationToken)
    {
        string[] lines = [.. (await File.ReadAllLinesAsync(path, cancellationToken)).Where(static line => line.Length > 0)];
        if (lines.Length < 3 || lines[0].Split(',') is not [_, _, ..] names)
        {
            throw new FormatException("Expected a header, such as year,first,second, and a line for each year.");
        }

        for (int column = 1; column < names.Length; column++)
        {
            await TellAsync(names[column], ReadColumn(lines, column), cancellationToken);
        }
    }

    private async Task TellAsync(string name, int[] left, CancellationToken cancellationToken)
    {
        screen.WriteLine();
        screen.WriteLine($"== {name}, learned from {Math.Min(Learned, left.Length - 1)} of {left.Length - 1} renewals of {left[0]:#,0} subscribers ==");
        var seen = new ContractCohort(ValueList.From(left.Take(Learned + 1)));
        var all = new ContractCohort(ValueList.From(left));
        var models = new List<ContractModel>();
        foreach (ContractModelKind kind in Enum.GetValues<ContractModelKind>())
        {
            FitResult<ContractModel> fit = new ContractEstimator(new ContractOptions { Kind = kind }).Fit(ContractCount.Of([seen]), cancellationToken);
            screen.Write(fit.Report.Describe());
            if (fit.Report.Converged && fit.Model is { } model)
            {
                models.Add(model);
            }
        }

        screen.WriteLine($"{"renewals",-10}{"left",8}{string.Concat(models.Select(static model => $"{model.Name,10}"))}");
        for (int year = 0; year < left.Length; year++)
        {
            screen.WriteLine($"{year,-10}{left[year] / (double)left[0],8:0.0 %}{string.Concat(models.Select(model => $"{model.Survival(year),10:0.0 %}"))}{(year > Learned ? "  not seen by the models" : string.Empty)}");
        }

        foreach (ContractModel model in models)
        {
            screen.WriteLine($"{model.Name}: who pays 100.00 a year is worth {model.LifetimeValue(100, DiscountRate.Annual(0.10)):#,0.00} when new, and {model.ResidualValue(Learned, 100, DiscountRate.Annual(0.10)):#,0.00} more before renewal {Learned + 1}");
            await results.WriteAsync($"{name}-{model.Name}.vl.json", ContractProjection.Of(model, ContractCount.Of([all]), left.Length - 1).ToVegaLite(), cancellationToken);
        }
    }

    private static int[] ReadColumn(string[] lines, int column) => [.. lines.Skip(1).Select((line, i) =>
        line.Split(',') is { } fields && column < fields.Length && decimal.TryParse(fields[column], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal share) && share <= Percent
            ? (int)Math.Round(share * Cohort / Percent)
            : throw new FormatException($"Line {i + 2} has no percentage in column {column + 1}."))];
}
