using System.ComponentModel.DataAnnotations;

namespace CustomerInsight.Models;

/// <summary>How trees are boosted.</summary>
public sealed class BoostingOptions
{
    /// <summary>Gets or sets how much of each tree's correction is taken: less needs more rounds and finds finer models.</summary>
    /// <value>0.05. From 0.0001 to 1.</value>
    [Range(0.0001, 1.0)]
    public double LearningRate { get; set; } = 0.05;

    /// <summary>Gets or sets how many rounds there are at most; each adds a tree to every member.</summary>
    /// <value>1,000. From 1 to 100,000.</value>
    [Range(1, 100_000)]
    public int Rounds { get; set; } = 1_000;

    /// <summary>Gets or sets after how many rounds without a better log loss on rows left out the boosting ends; the rounds after the best are dropped.</summary>
    /// <value>20. From 1 to 100,000; 0 for all <see cref="Rounds"/> in any case.</value>
    [Range(0, 100_000)]
    public int StopAfter { get; set; } = 20;

    /// <summary>Gets or sets how many models are boosted and averaged, each with another part of the rows left out, of which the end of the boosting is learned.
    /// Rows of one customer, and rows that are alike in everything, are left out together.</summary>
    /// <value>3. From 1 to 100. One alone leaves out <see cref="ValidationShare"/> of the rows, or none where <see cref="StopAfter"/> is 0.</value>
    [Range(1, 100)]
    public int Members { get; set; } = 3;

    /// <summary>Gets or sets which share of the rows a single member leaves out to learn when to end. Not used with more members: each of n leaves out 1/n.</summary>
    /// <value>0.2. From 0.01 to 0.9.</value>
    [Range(0.01, 0.9)]
    public double ValidationShare { get; set; } = 0.2;

    /// <summary>Gets or sets how many leaves a tree has at most. The leaf whose split gains most is split first.</summary>
    /// <value>8. From 2 to 1,024.</value>
    [Range(2, 1_024)]
    public int MaximumLeaves { get; set; } = 8;

    /// <summary>Gets or sets how many splits lie between root and leaf at most.</summary>
    /// <value>0: 3 for trees of up to 8 leaves, which keeps them even, and 64 for larger ones. From 0 to 64.</value>
    [Range(0, 64)]
    public int MaximumDepth { get; set; }

    /// <summary>Gets or sets how many rows a leaf has at least.</summary>
    /// <value>20. From 1 to 1,000,000.</value>
    [Range(1, 1_000_000)]
    public int MinimumLeafRows { get; set; } = 20;

    /// <summary>Gets or sets how much the rows of a leaf tell at least: the sum of weight × p × (1 − p), the second derivative of the loss.</summary>
    /// <value>1. From 0 to 1,000,000.</value>
    [Range(0.0, 1_000_000.0)]
    public double MinimumLeafHessian { get; set; } = 1;

    /// <summary>Gets or sets how hard large values of leaves are penalised (L2).</summary>
    /// <value>1. From 0 to 1,000,000.</value>
    [Range(0.0, 1_000_000.0)]
    public double L2 { get; set; } = 1;

    /// <summary>Gets or sets by how much a split must lower the penalised loss at least.</summary>
    /// <value>0. From 0 to 1,000,000.</value>
    [Range(0.0, 1_000_000.0)]
    public double MinimumGain { get; set; }

    /// <summary>Gets or sets which share of the rows a tree learns from, drawn anew for each.</summary>
    /// <value>0.5: trees that differ are better averaged, and found sooner. From 0.01 to 1; kept to a 65,536th.</value>
    [Range(0.01, 1.0)]
    public double RowShare { get; set; } = 0.5;

    /// <summary>Gets or sets which share of the features a tree may use, drawn anew for each.</summary>
    /// <value>0.5. From 0.01 to 1; at least one feature.</value>
    [Range(0.01, 1.0)]
    public double ColumnShare { get; set; } = 0.5;

    /// <summary>Gets or sets into how many ranges of about as many rows each the values of a feature are put; fewer different values are kept apart.</summary>
    /// <value>255. From 2 to 255.</value>
    [Range(2, 255)]
    public int MaximumBins { get; set; } = 255;

    /// <summary>Gets or sets how many categories of a column are tried one against all others; where there are more, they are tried in the order of their chances.</summary>
    /// <value>4. From 0 to 255.</value>
    [Range(0, 255)]
    public int OneAgainstRest { get; set; } = 4;

    /// <summary>Gets or sets how strongly a category with few rows is taken for an average one when categories are ordered: what is added to its second derivative.</summary>
    /// <value>10. From 0 to 1,000,000.</value>
    [Range(0.0, 1_000_000.0)]
    public double CategorySmoothing { get; set; } = 10;

    /// <summary>Gets or sets the features along which the prediction may go one way only.</summary>
    /// <value>None. Not for columns of categories.</value>
    [Required]
    public IDictionary<string, MonotoneDirection> Monotone { get; set; } = new Dictionary<string, MonotoneDirection>(StringComparer.Ordinal);

    /// <summary>Gets or sets how much more a row with the event counts than its weight says.</summary>
    /// <value>1. From 0.000001 to 1,000,000. Another value moves the probabilities: correct them before they are taken for chances.</value>
    [Range(0.000001, 1_000_000.0)]
    public double PositiveWeight { get; set; } = 1;

    /// <summary>Gets or sets the seed of what is random.</summary>
    /// <value>1. Any number; equal seeds give equal models.</value>
    public ulong Seed { get; set; } = 1;

    /// <summary>Gets or sets how many threads may be used. The result is the same for any number.</summary>
    /// <value>0: as many as the machine has cores. From 0 to 1,024.</value>
    [Range(0, 1024)]
    public int MaxDegreeOfParallelism { get; set; }

    internal BoostingOptions Copy()
    {
        var copy = (BoostingOptions)MemberwiseClone();
        copy.Monotone = new Dictionary<string, MonotoneDirection>(Monotone, StringComparer.Ordinal);
        return copy;
    }
}
