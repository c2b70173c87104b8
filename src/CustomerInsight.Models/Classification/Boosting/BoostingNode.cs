namespace CustomerInsight.Models;

/// <summary>A node of a tree: a question about a feature, or a leaf.</summary>
/// <param name="Feature">Which column is asked for; −1 for a leaf.</param>
/// <param name="Threshold">Rows whose value is below it go left, the others right. Not used by leaves and where there are <paramref name="Levels"/>.</param>
/// <param name="Levels">For a column of categories, rising: those that part from the rest, to the side where rows with a missing value do not go. Else none.</param>
/// <param name="MissingLeft">Whether rows go left whose value is missing, or a category that is not of <paramref name="Levels"/>.</param>
/// <param name="Left">The number of the left node, above the number of this one; −1 for a leaf.</param>
/// <param name="Right">The number of the right node, above the number of this one; −1 for a leaf.</param>
/// <param name="Value">What a leaf adds to the log-odds; 0 for a question.</param>
/// <param name="Cover">How many rows of the fit came here. Above 0.</param>
/// <param name="Gain">By how much the question lowered the penalised loss; 0 for a leaf.</param>
public sealed record BoostingNode(
    int Feature, double Threshold, ValueList<int> Levels, bool MissingLeft, int Left, int Right, double Value, double Cover, double Gain)
{
    /// <summary>Gets whether the node asks nothing.</summary>
    public bool IsLeaf => Feature < 0;

    /// <summary>Makes a leaf.</summary>
    /// <param name="value">What it adds to the log-odds. Finite.</param>
    /// <param name="cover">How many rows of the fit came here. Above 0.</param>
    /// <returns>The leaf.</returns>
    public static BoostingNode Leaf(double value, double cover) => new(-1, 0, [], false, -1, -1, value, cover, 0);

    /// <summary>Says where a row goes.</summary>
    /// <param name="value">Its value of the feature; missing where it is not a number, or not finite.</param>
    /// <returns>Whether it goes left.</returns>
    internal bool GoesLeft(double value) => !double.IsFinite(value)
        ? MissingLeft
        : Levels.Count == 0 ? value < Threshold : (value == Math.Floor(value) && Math.Abs(value) <= int.MaxValue && Levels.AsSpan().BinarySearch((int)value) >= 0) != MissingLeft;
}
