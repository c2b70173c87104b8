using System.Globalization;
using CustomerInsight;
using CustomerInsight.Models;
using LifetimeValueSample;

namespace ChurnSample;

/// <summary>How long customers stay, whether groups differ, and what goes with leaving early.</summary>
internal sealed class SurvivalStory(TextWriter screen, ResultFolder results, ChurnSampleArguments arguments)
{
    public async Task TellAsync(string path, CancellationToken cancellationToken)
    {
        TableFile file = await TableFile.ReadAsync(path, arguments.Id, cancellationToken);
        double[] times = Numbers(file, arguments.Time!);
        bool[] events = Array.ConvertAll(Numbers(file, arguments.Event!), static value => value != 0);
        var lives = SurvivalTimes.Create(times, events);
        screen.WriteLine($"{lives.Count:#,0} rows read, {file.Rejected:#,0} rejected, {lives.Events:#,0} ended with the event, {lives.Count - lives.Events:#,0} were still there");

        Title("How long customers stay");
        SurvivalEstimate curve = KaplanMeier.Estimate(lives);
        screen.WriteLine(curve);
        double end = curve.Curve.End;
        (double mean, double error) = curve.RestrictedMean(end);
        screen.WriteLine($"Up to {end:G4}, one stays {mean:0.##} on average (standard error {error:0.##})");
        await results.WriteAsync("stay.vl.json", curve.ToVegaLite(), cancellationToken);
        if (arguments.Group is { } column)
        {
            await TellGroupsAsync(lives, [.. file[column].Select(static value => value ?? "(missing)")], cancellationToken);
        }

        await TellRisksAsync(file, lives, cancellationToken);
    }

    private async Task TellGroupsAsync(SurvivalTimes lives, string[] groups, CancellationToken cancellationToken)
    {
        Title("Whether groups differ");
        SurvivalByGroup curves = KaplanMeier.ByGroup(lives, groups);
        screen.Write(curves.Describe());
        screen.Write(LogRankTest.Of(lives, groups).Describe());
        await results.WriteAsync("stay-by-group.vl.json", curves.ToVegaLite(), cancellationToken);
    }

    /// <summary>Cox regression on all other columns, those of text as one column a level; rows with a missing number are filled by the encoder.</summary>
    private async Task TellRisksAsync(TableFile file, SurvivalTimes lives, CancellationToken cancellationToken)
    {
        HashSet<string> used = [arguments.Time!, arguments.Event!, .. arguments.Drop];
        var traits = TraitTable.Create(
            [.. file.Customers.Select(static (_, row) => row.ToString("D9", CultureInfo.InvariantCulture))],
            null,
            ValueList.From(file.Columns.Where(column => !used.Contains(column)).Select(column => TraitColumn.FromTexts(column, file[column]))));
        FitResult<FeatureEncoding> encoding = new FeatureEncoder(new FeatureEncoderOptions { LogarithmFromSkewness = double.PositiveInfinity }).Fit(traits, cancellationToken);
        if (encoding.Model is not { } encode)
        {
            screen.Write(encoding.Report.Describe());
            return;
        }

        Title("What goes with leaving early");
        var data = SurvivalData.Create(encode.Encode(traits, cancellationToken), lives);
        FitResult<CoxModel> fit = new CoxEstimator().Fit(data, cancellationToken);
        screen.Write(fit.Report.Describe());
        if (fit.Model is { } model)
        {
            double[] risks = [.. Enumerable.Range(0, data.Features.Rows).Select(row => model.Risk(data.Features.Row(row)))];
            screen.WriteLine(Concordance.Harrell(lives, risks));
            screen.WriteLine(ChurnDrivers.Caveat);
            await results.WriteAsync("hazard-ratios.vl.json", model.ToVegaLite(), cancellationToken);
        }
    }

    private static double[] Numbers(TableFile file, string column)
    {
        string?[] texts = file[column];
        double[] values = new double[texts.Length];
        for (int row = 0; row < values.Length; row++)
        {
            values[row] = double.TryParse(texts[row], NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
                ? value
                : throw new FormatException(FormattableString.Invariant($"Row {row + 1} has no number in the column '{column}'. Give one for each row."));
        }

        return values;
    }

    private void Title(string title)
    {
        screen.WriteLine();
        screen.WriteLine($"== {title} ==");
    }
}
