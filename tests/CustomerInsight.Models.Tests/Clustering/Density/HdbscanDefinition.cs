namespace CustomerInsight.Models.Tests;

/// <summary>HDBSCAN as its paper says it, with no tree of edges: at each level, which rows hang together is found by looking at all pairs.</summary>
internal sealed class HdbscanDefinition
{
    private readonly double[,] _reach;
    private readonly int _minimum;
    private readonly (int Group, double Strength)[] _rows;
    private readonly double _mostDensity;
    private int _chosen;

    public HdbscanDefinition(FeatureMatrix data, int minimum)
    {
        int rows = data.Rows;
        _minimum = minimum;
        double[,] distances = new double[rows, rows];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < rows; j++)
            {
                distances[i, j] = Math.Sqrt(data.Row(i).ToArray().Zip(data.Row(j).ToArray(), (l, r) => (l - r) * (l - r)).Sum());
            }
        }

        double[] cores = [.. Enumerable.Range(0, rows).Select(i => Enumerable.Range(0, rows).Select(j => distances[i, j]).Order().ElementAt(minimum - 1))];
        _reach = new double[rows, rows];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < rows; j++)
            {
                _reach[i, j] = Math.Max(distances[i, j], Math.Max(cores[i], cores[j]));
            }
        }

        _rows = new (int, double)[rows];
        _mostDensity = 2 / (from i in Enumerable.Range(0, rows) from j in Enumerable.Range(0, i) where _reach[i, j] > 0 select _reach[i, j]).DefaultIfEmpty(1).Min();
    }

    public (int Group, double Strength)[] Assign()
    {
        Array.Fill(_rows, (-1, 0.0));
        Candidate root = Grow([.. Enumerable.Range(0, _rows.Length)], 0);
        root.Children.ForEach(Choose);
        return _rows;
    }

    private Candidate Grow(List<int> rows, double birth)
    {
        var candidate = new Candidate(birth);
        while (true)
        {
            double level = Level(rows);
            double density = level > 0 ? 1 / level : _mostDensity;
            List<List<int>> parts = rows.Count == 1 ? [] : Parts(rows, level);
            List<List<int>> large = [.. parts.Where(part => part.Count >= _minimum)];
            if (large.Count != 1)
            {
                candidate.Leaves.AddRange(rows.Select(row => (row, density, large.Count > 1 && large.Any(part => part.Contains(row)))));
                candidate.Children.AddRange(large.Count > 1 ? large.Select(part => Grow(part, density)) : []);
                return candidate;
            }

            candidate.Leaves.AddRange(rows.Except(large[0]).Select(row => (row, density, false)));
            rows = large[0];
        }
    }

    private void Choose(Candidate candidate)
    {
        if (candidate.Stability >= candidate.Best)
        {
            double death = candidate.Leaves.Max(leaf => leaf.Density);
            Name(candidate, _chosen++, death);
        }
        else
        {
            candidate.Children.ForEach(Choose);
        }
    }

    private void Name(Candidate candidate, int group, double death)
    {
        foreach ((int row, double density, bool goesOn) in candidate.Leaves)
        {
            if (!goesOn)
            {
                _rows[row] = (group, Math.Min(1, density / death));
            }
        }

        candidate.Children.ForEach(child => Name(child, group, death));
    }

    /// <summary>The least reach at which the rows hang together; 0 for one row.</summary>
    private double Level(List<int> rows) => rows.Count == 1 ? 0 : (from i in rows from j in rows where i != j select _reach[i, j]).Distinct().Order().First(level => Parts(rows, level, inclusive: true).Count == 1);

    private List<List<int>> Parts(List<int> rows, double level, bool inclusive = false)
    {
        var left = new HashSet<int>(rows);
        var parts = new List<List<int>>();
        while (left.Count > 0)
        {
            List<int> part = [left.First()];
            left.Remove(part[0]);
            for (int at = 0; at < part.Count; at++)
            {
                int[] near = [.. left.Where(row => inclusive ? _reach[part[at], row] <= level : _reach[part[at], row] < level)];
                part.AddRange(near);
                left.ExceptWith(near);
            }

            parts.Add(part);
        }

        return parts;
    }

    private sealed class Candidate(double birth)
    {
        public List<(int Row, double Density, bool GoesOn)> Leaves { get; } = [];

        public List<Candidate> Children { get; } = [];

        public double Stability => Leaves.Sum(leaf => leaf.Density - birth);

        public double Best => Children.Sum(child => Math.Max(child.Stability, child.Best));
    }
}
