using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

/// <summary>The groups of the customers, what sets each apart, and who is in which. What <see cref="GroupingStage"/> leaves in a run.</summary>
/// <param name="Model">The groups; null where there was too little data.</param>
/// <param name="Fit">How the fit went; null for a model that was given.</param>
/// <param name="Customers">The customers in the order of the data.</param>
/// <param name="Assignments">The group of each; empty without a model.</param>
/// <param name="Groups">What sets each group apart; empty without a model.</param>
/// <param name="Quality">How well the groups hold together and stand apart, on the model's scale; null without a model.</param>
/// <param name="Choice">Why there are as many groups; null where the number was not chosen here.</param>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record GroupingResult(
    IClusteringModel? Model, FitReport? Fit, ValueList<string> Customers, ValueList<GroupAssignment> Assignments, ValueList<GroupDescription> Groups, ClusteringQuality? Quality, GroupCountChoice? Choice)
{
    /// <summary>On how many customers the silhouette is measured at most.</summary>
    private const int SilhouetteRows = 5_000;

    /// <summary>Gets how many customers belong to no group.</summary>
    public int InNoGroup => Assignments.Count(static assignment => assignment.Group == GroupAssignment.None);

    /// <summary>Assigns and describes customers by a model.</summary>
    /// <param name="model">The groups; null for a result without.</param>
    /// <param name="fit">How its fit went, or null.</param>
    /// <param name="data">The customers: rows with names and the model's features. For a model that knows the groups of its rows (<see cref="IRowAssignments"/>), those of its fit.</param>
    /// <param name="phrases">How features are put into words; null for <see cref="FeaturePhrase.Purchases"/>.</param>
    /// <param name="choice">Why there are as many groups, or null.</param>
    /// <param name="maxDegreeOfParallelism">How many threads work at most; 0 for as many as there are cores.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentException">The data have no names, or other features than the model.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static GroupingResult Of(
        IClusteringModel? model,
        FitReport? fit,
        [NotNull] FeatureMatrix data,
        IReadOnlyList<FeaturePhrase>? phrases = null,
        GroupCountChoice? choice = null,
        int maxDegreeOfParallelism = 0,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Customers is not IReadOnlyList<string> names)
        {
            throw new ArgumentException("The rows have no names, so nobody's group could be found. Name the customer of each row.", nameof(data));
        }

        var customers = ValueList.From(names);
        if (model is null)
        {
            return new GroupingResult(null, fit, customers, [], [], null, choice);
        }

        // The groups of a fit are what the fit says: an assignment of the same row afterwards only comes near to it.
        ValueList<GroupAssignment> assignments = fit is not null && model is IRowAssignments known && known.RowAssignments.Count == data.Rows
            ? known.RowAssignments
            : model.AssignAll(data, maxDegreeOfParallelism, cancellationToken);
        int[] numbers = [.. assignments.Select(static assignment => assignment.Group)];
        ValueList<GroupDescription> groups = GroupDescription.Of(model.Groups, numbers, data, phrases, cancellationToken);
        var quality = ClusteringQuality.Of(data, numbers, (model as IScaledModel)?.Scaling, SilhouetteRows, maxDegreeOfParallelism, cancellationToken);
        return new GroupingResult(model, fit, customers, assignments, groups, quality, choice);
    }

    /// <summary>Finds the group of a customer.</summary>
    /// <param name="customer">The customer's name in results.</param>
    /// <returns>The group; null for a customer who was not grouped, and without a model. Time O(log n) for customers in ordinal order, as in a run; else not found.</returns>
    public GroupAssignment? Find(string customer)
    {
        ArgumentNullException.ThrowIfNull(customer);
        int row = OrdinalSearch.IndexOf(Customers, customer);
        return row < 0 ? null : Assignments[row];
    }

    /// <summary>Writes the groups for a person.</summary>
    /// <returns>The model, then each group with what sets it apart; no personal data.</returns>
    public string Describe()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Customers.Count:#,0} customers in {Groups.Count} groups{(InNoGroup > 0 ? string.Create(CultureInfo.InvariantCulture, $", {InNoGroup:#,0} in none") : string.Empty)}");
        if (Choice is not null)
        {
            text.AppendLine(Choice.Reason);
        }

        if (Quality is not null && !double.IsNaN(Quality.Silhouette))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"Silhouette {Quality.Silhouette:0.000}, Davies-Bouldin {Quality.DaviesBouldin:0.000}");
        }

        foreach (GroupDescription group in Groups.OrderByDescending(static group => group.Customers))
        {
            text.Append(group.Describe());
        }

        return text.ToString();
    }

    /// <summary>Draws in which features the groups differ from all others, as a heat map of Cliff's delta.</summary>
    /// <returns>A Vega-Lite specification with its data; no personal data.</returns>
    public string ToVegaLite() => VegaLite.Spec("Groups of customers", Cells(), """
        {
          "width": { "step": 64 },
          "height": { "step": 32 },
          "mark": "rect",
          "encoding": {
            "x": { "field": "feature", "type": "nominal", "title": null, "sort": null, "axis": { "labelAngle": -45 } },
            "y": { "field": "group", "type": "nominal", "title": null, "axis": { "labelLimit": 400 }, "sort": { "field": "customers", "order": "descending" } },
            "color": { "field": "delta", "type": "quantitative", "title": "Cliff's delta", "scale": { "scheme": "blueorange", "domain": [-1, 1] } },
            "tooltip": [
              { "field": "group" }, { "field": "customers", "type": "quantitative" }, { "field": "text" }, { "field": "delta", "type": "quantitative", "format": ".2f" }
            ]
          }
        }
        """);

    private IEnumerable<(string Field, object? Value)[]> Cells()
    {
        foreach (GroupDescription group in Groups)
        {
            foreach (FeatureContrast contrast in group.Contrasts)
            {
                yield return
                [
                    ("group", group.Name), ("customers", group.Customers), ("share", group.Share), ("feature", contrast.Feature),
                    ("delta", contrast.CliffsDelta), ("median", contrast.Median), ("elsewhere", contrast.MedianElsewhere), ("text", contrast.Text),
                ];
            }
        }
    }
}
