namespace CustomerInsight.Models;

/// <summary>Numbers groups the same way whatever they were called while they were found.</summary>
internal static class GroupNumbers
{
    /// <summary>Numbers groups from 0 by falling size, equal ones by their first row.</summary>
    /// <param name="labels">The rows' groups under any names; below 0 for none, which stays <see cref="GroupAssignment.None"/>.</param>
    public static int[] BySize(ReadOnlySpan<int> labels)
    {
        var sizes = new Dictionary<int, int>();
        var first = new List<int>();
        foreach (int label in labels)
        {
            if (label >= 0)
            {
                int size = sizes.GetValueOrDefault(label);
                sizes[label] = size + 1;
                if (size == 0)
                {
                    first.Add(label);
                }
            }
        }

        // The sort is stable, so that of equal sizes the one whose first row comes first stays first.
        var numbers = new Dictionary<int, int>();
        foreach (int label in first.OrderByDescending(label => sizes[label]))
        {
            numbers[label] = numbers.Count;
        }

        int[] numbered = new int[labels.Length];
        for (int row = 0; row < labels.Length; row++)
        {
            numbered[row] = labels[row] < 0 ? GroupAssignment.None : numbers[labels[row]];
        }

        return numbered;
    }
}
