namespace CustomerInsight.Matching;

/// <summary>The keys that a blocking rule gives the records of one table.</summary>
public interface IBlockingKeys
{
    /// <summary>Adds a record's keys.</summary>
    /// <param name="record">The record's position in the table.</param>
    /// <param name="keys">Where to add; none where the record lacks what the rule reads. Make keys with <see cref="StableHash"/>.</param>
    void AddKeys(int record, ICollection<ulong> keys);
}
