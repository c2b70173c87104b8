namespace CustomerInsight.Matching.Tests;

/// <summary>The edit distances as their recurrences read, with a table of all prefixes.</summary>
internal static class EditDefinition
{
    public static int Distance(string left, string right, EditKind kind)
    {
        int[,] distance = new int[left.Length + 1, right.Length + 1];
        for (int i = 0; i <= left.Length; i++)
        {
            for (int j = 0; j <= right.Length; j++)
            {
                distance[i, j] = i == 0 || j == 0 ? i + j : Math.Min(
                    Math.Min(distance[i - 1, j], distance[i, j - 1]) + 1,
                    distance[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
                distance[i, j] = Math.Min(distance[i, j], Swapped(distance, left, right, i, j, kind));
            }
        }

        return distance[left.Length, right.Length];
    }

    /// <summary>The least over every earlier pair of units that is the last one the other way round, all between them deleted and inserted.</summary>
    private static int Swapped(int[,] distance, string left, string right, int i, int j, EditKind kind)
    {
        int least = int.MaxValue;
        int reach = kind == EditKind.DamerauLevenshtein ? int.MaxValue - 1 : kind == EditKind.Osa ? 1 : 0;
        for (int k = i - 1; k >= 1 && i - k <= reach; k--)
        {
            for (int l = j - 1; l >= 1 && j - l <= reach; l--)
            {
                if (left[k - 1] == right[j - 1] && left[i - 1] == right[l - 1])
                {
                    least = Math.Min(least, distance[k - 1, l - 1] + (i - k - 1) + 1 + (j - l - 1));
                }
            }
        }

        return least;
    }
}
