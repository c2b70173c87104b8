using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

/// <summary>How much a model goes by each feature, over all rows.</summary>
/// <param name="Features">The features, the most important first.</param>
/// <param name="LogLoss">The log loss of the model on the rows.</param>
/// <param name="Rows">How many rows were used.</param>
/// <param name="Folds">Over how many models and their rows the numbers are means; 1 for one model.</param>
public sealed record ImportanceTable(ValueList<FeatureImportance> Features, double LogLoss, int Rows, int Folds)
{
    /// <summary>Measures how much a model goes by each feature.</summary>
    /// <param name="model">The model.</param>
    /// <param name="data">Rows with labels: such as the model was not fitted on, for what holds beyond those it was.</param>
    /// <param name="sources">The source of each column, in the order of the columns: columns of one source are taken together, as those of one category are. Null to take each on its own.</param>
    /// <param name="options">How; null for the defaults. Read once, here.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The table. Standard errors and ranks are those of rows drawn again, errors of the loss those of the repeats.</returns>
    /// <exception cref="ArgumentException">The columns are not the model's, there is not one source for each, there is no row, or an option is not usable.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>
    /// Scores the rows <see cref="ImportanceOptions.Repeats"/> times for each feature. The order of the rows changes nothing.
    /// <para>Source: Breiman, "Random Forests", Machine Learning 45(1), 2001, section 10; Fisher, Rudin, Dominici, "All Models are Wrong, but Many are Useful", JMLR 20(177), 2019 (dealt out anew).</para>
    /// </remarks>
    public static ImportanceTable Of(
        [NotNull] IClassificationModel model, [NotNull] ClassificationData data, IReadOnlyList<string>? sources = null, ImportanceOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        options = Checked(options);
        var search = new ImportanceSearch(model, data, sources, options, cancellationToken);
        double[] contributions = search.MeanContributions();
        (double[] errors, (int Low, int High)[] ranks) = search.Redrawn();
        (double Mean, double Error)[] losses = search.LossIncreases();
        int[] order = OrderOf(search.Sources, contributions);
        return new ImportanceTable(
            ValueList.From(order.Select((source, i) => new FeatureImportance(
                search.Sources[source], contributions[source], errors[source], losses[source].Mean, losses[source].Error, i + 1, Math.Min(i + 1, ranks[source].Low), Math.Max(i + 1, ranks[source].High)))),
            search.LogLoss,
            search.Rows,
            1);
    }

    /// <summary>Measures how much the models of several folds go by each feature, each on the rows it was not fitted on.</summary>
    /// <param name="folds">The models, all of the same columns, each with its rows.</param>
    /// <param name="sources">The source of each column, as in <see cref="Of"/>.</param>
    /// <param name="options">How; null for the defaults. Read once, here.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The table: means over the folds with their standard errors, and the best and the worst rank in any fold.</returns>
    /// <exception cref="ArgumentException">There are fewer than two folds, or what <see cref="Of"/> refuses.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static ImportanceTable OverFolds(
        [NotNull] IReadOnlyList<(IClassificationModel Model, ClassificationData Data)> folds, IReadOnlyList<string>? sources = null, ImportanceOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(folds);
        if (folds.Count < 2)
        {
            throw new ArgumentException("One fold tells nothing of how far importance holds. Give at least two.", nameof(folds));
        }

        ImportanceTable[] tables = [.. folds.Select(fold => Of(fold.Model, fold.Data, sources, options, cancellationToken))];
        ILookup<string, FeatureImportance> byFeature = tables.SelectMany(static table => table.Features).ToLookup(static feature => feature.Feature, StringComparer.Ordinal);
        FeatureImportance[] features = [.. byFeature.Select(Joined).OrderByDescending(static feature => feature.MeanContribution).ThenBy(static feature => feature.Feature, StringComparer.Ordinal)];
        return new ImportanceTable(
            ValueList.From(features.Select(static (feature, i) => feature with { Rank = i + 1, RankLow = Math.Min(i + 1, feature.RankLow), RankHigh = Math.Max(i + 1, feature.RankHigh) })),
            tables.Average(static table => table.LogLoss),
            tables.Sum(static table => table.Rows),
            tables.Length);
    }

    /// <summary>Writes the table for a person.</summary>
    /// <param name="most">How many features at most. At least 0.</param>
    /// <returns>A line on the rows, then a table; no personal data.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is negative.</exception>
    public string Describe(int most = 20)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Features.Count} features on {Rows:#,0} rows{(Folds > 1 ? $" of {Folds} folds" : string.Empty)}, log loss {LogLoss:0.0000}");
        return Features.Count == 0 ? text.ToString() : text.AppendGrid(
        [
            ["feature", "log-odds moved", "± s.e.", "loss without it", "± s.e.", "rank", "from", "to"],
            .. Features.Take(most).Select(static feature => (string[])
            [
                feature.Feature, Number(feature.MeanContribution), Number(feature.ContributionError), feature.LossIncrease.ToString("+0.0000;-0.0000;0", CultureInfo.InvariantCulture), Number(feature.LossError),
                .. new[] { feature.Rank, feature.RankLow, feature.RankHigh }.Select(static rank => rank.ToString(CultureInfo.InvariantCulture)),
            ]),
        ]).ToString();
    }

    /// <summary>Draws the features of most importance with how sure that is.</summary>
    /// <returns>A Vega-Lite v5 specification, JSON, with its data inside.</returns>
    public string ToVegaLite() => VegaLite.Spec(
        "What the model goes by",
        Features.Take(30).Select(static feature => new (string Field, object? Value)[]
        {
            ("feature", feature.Feature), ("moved", feature.MeanContribution), ("low", feature.MeanContribution - (2 * feature.ContributionError)), ("high", feature.MeanContribution + (2 * feature.ContributionError)),
            ("loss", feature.LossIncrease), ("rankLow", feature.RankLow), ("rankHigh", feature.RankHigh),
        }),
        """
        {
          "encoding": {"y": {"field": "feature", "type": "nominal", "sort": null, "title": null}},
          "layer": [
            {
              "mark": {"type": "bar", "tooltip": true},
              "encoding": {
                "x": {"field": "moved", "type": "quantitative", "title": "log-odds moved on average"},
                "tooltip": [{"field": "feature"}, {"field": "moved", "format": ".3f"}, {"field": "loss", "format": "+.4f", "title": "loss without it"}, {"field": "rankLow", "title": "best rank"}, {"field": "rankHigh", "title": "worst rank"}]
              }
            },
            {"mark": "rule", "encoding": {"x": {"field": "low", "type": "quantitative"}, "x2": {"field": "high"}}}
          ]
        }
        """);

    internal static int[] OrderOf(IReadOnlyList<string> sources, double[] contributions) =>
        [.. Enumerable.Range(0, sources.Count).OrderByDescending(source => contributions[source]).ThenBy(source => sources[source], StringComparer.Ordinal)];

    private static ImportanceOptions Checked(ImportanceOptions? options)
    {
        options ??= new ImportanceOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new ImportanceOptionsValidator());
        return options;
    }

    private static FeatureImportance Joined(IEnumerable<FeatureImportance> folds)
    {
        FeatureImportance[] all = [.. folds];
        (double contribution, double contributionError) = MeanAndError([.. all.Select(static fold => fold.MeanContribution)]);
        (double loss, double lossError) = MeanAndError([.. all.Select(static fold => fold.LossIncrease)]);
        return new FeatureImportance(all[0].Feature, contribution, contributionError, loss, lossError, 0, all.Min(static fold => fold.Rank), all.Max(static fold => fold.Rank));
    }

    internal static (double Mean, double Error) MeanAndError(double[] values)
    {
        double mean = values.Average();
        return (mean, Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1) / values.Length));
    }

    private static string Number(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);
}
