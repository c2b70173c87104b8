using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

/// <summary>A group by what sets it apart from all other customers.</summary>
/// <param name="Group">The group's number.</param>
/// <param name="Name">A name proposed from its strongest differences, such as <c>recently active, high-spending</c>. No two groups have the same.</param>
/// <param name="Customers">How many customers it has.</param>
/// <param name="Share">Their share of all rows, in [0, 1].</param>
/// <param name="Contrasts">The features, the strongest difference by <see cref="FeatureContrast.CliffsDelta"/> first.</param>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record GroupDescription(int Group, string Name, int Customers, double Share, ValueList<FeatureContrast> Contrasts)
{
    /// <summary>Describes the groups of a model by the features that it knows.</summary>
    /// <param name="model">The groups.</param>
    /// <param name="data">The customers: rows of the model's features.</param>
    /// <param name="phrases">How features are put into words; null for <see cref="FeaturePhrase.Purchases"/>. Others are called by their names.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A description of each group.</returns>
    /// <exception cref="ArgumentException">The data have other features than the model.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>
    /// A row belongs to the group that the model assigns it to now. For a <see cref="HierarchicalModel"/> (the nearest centre) and an <see cref="HdbscanModel"/> (an approximation) that may
    /// be another than at the fit: for the groups of the fit, give those of <see cref="HierarchicalModel.RowGroups"/> or <see cref="HdbscanModel.RowAssignments"/> to the overload that takes groups.
    /// <para>O(n log n) for each feature.</para>
    /// </remarks>
    public static ValueList<GroupDescription> Of(
        [NotNull] IClusteringModel model, [NotNull] FeatureMatrix data, IReadOnlyList<FeaturePhrase>? phrases = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        int[] groups = [.. model.AssignAll(data, 0, cancellationToken).Select(static assignment => assignment.Group)];
        return Of(model.Groups, groups, data, phrases, cancellationToken);
    }

    /// <summary>Describes groups by any features, those they were found by or others.</summary>
    /// <param name="count">How many groups there are.</param>
    /// <param name="groups">The group of each row; <see cref="GroupAssignment.None"/> for one in none, who counts with the others in every comparison.</param>
    /// <param name="data">The features. A missing or infinite number is passed over.</param>
    /// <param name="phrases">How features are put into words; null for <see cref="FeaturePhrase.Purchases"/>. Others are called by their names.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A description of each group.</returns>
    /// <exception cref="ArgumentException">There are more or fewer groups given than rows, or a group is not below <paramref name="count"/>.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>O(n log n) for each feature.</remarks>
    public static ValueList<GroupDescription> Of(
        int count, [NotNull] IReadOnlyList<int> groups, [NotNull] FeatureMatrix data, IReadOnlyList<FeaturePhrase>? phrases = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (groups.Count != data.Rows)
        {
            throw new ArgumentException(FormattableString.Invariant($"{groups.Count} groups are given for {data.Rows} rows. Give one for each row."), nameof(groups));
        }

        for (int row = 0; row < groups.Count; row++)
        {
            if (groups[row] < GroupAssignment.None || groups[row] >= count)
            {
                throw new ArgumentException(FormattableString.Invariant($"Row {row} is in group {groups[row]}, but there are {count}. Number the groups from 0."), nameof(groups));
            }
        }

        return GroupDescriber.Describe(count, [.. groups], data, phrases ?? FeaturePhrase.Purchases, cancellationToken);
    }

    /// <summary>Writes the description for a person.</summary>
    /// <returns>A line with name and size, then one for each difference that is not negligible; no personal data.</returns>
    public string Describe()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Name}: {Customers:#,0} customers ({100 * Share:0.#} %)");
        foreach (FeatureContrast contrast in Contrasts)
        {
            if (contrast.Magnitude != EffectMagnitude.Negligible)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  {contrast.Text} ({Wording(contrast.Magnitude)}: delta {contrast.CliffsDelta:+0.00;-0.00}, d {contrast.CohensD:+0.00;-0.00})");
            }
        }

        return text.ToString();
    }

    private static string Wording(EffectMagnitude magnitude) => magnitude switch
    {
        EffectMagnitude.Large => "large",
        EffectMagnitude.Medium => "medium",
        _ => "small",
    };
}
