namespace CustomerInsight.Matching;

/// <summary>Pairs of nodes that may not be in one cluster, followed as clusters grow.</summary>
/// <param name="nodes">How many nodes there are.</param>
/// <param name="sets">The clusters.</param>
internal sealed class Enmities(int nodes, NodeSets sets)
{
    private List<int>?[]? _enemies;

    /// <summary>Notes two nodes; of a cluster, its root.</summary>
    public void Add(int left, int right)
    {
        _enemies ??= new List<int>?[nodes];
        (_enemies[left] ??= []).Add(right);
        (_enemies[right] ??= []).Add(left);
    }

    /// <summary>Whether two clusters, given by their roots, hold such a pair.</summary>
    public bool Are(int left, int right)
    {
        if (_enemies is null || _enemies[left] is not { } leftEnemies || _enemies[right] is not { } rightEnemies)
        {
            return false;
        }

        (List<int> fewer, int other) = leftEnemies.Count <= rightEnemies.Count ? (leftEnemies, right) : (rightEnemies, left);
        return fewer.Exists(enemy => sets.Root(enemy) == other);
    }

    /// <summary>Gives a cluster what another that joined it had.</summary>
    public void Move(int into, int from)
    {
        if (_enemies is not null && _enemies[from] is { } enemies)
        {
            (_enemies[into] ??= []).AddRange(enemies);
            _enemies[from] = null;
        }
    }
}
