namespace CustomerInsight.Models;

/// <summary>A clustering model that also knows the groups of the rows it was fitted to, which the assignment of a new customer only comes near to. A port: a host may bring its own.</summary>
/// <threadsafety>An implementation must be safe from many threads.</threadsafety>
public interface IRowAssignments
{
    /// <summary>Gets the group of each row of the data of the fit; <see cref="GroupAssignment.Nobody"/> for a row in none.</summary>
    ValueList<GroupAssignment> RowAssignments { get; }
}
