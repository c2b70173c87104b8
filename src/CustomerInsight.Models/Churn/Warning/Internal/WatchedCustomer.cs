namespace CustomerInsight.Models;

/// <summary>A customer who is watched.</summary>
/// <param name="Customer">The customer's place among those read.</param>
/// <param name="Periods">From how many periods it is known what is usual.</param>
/// <param name="Usual">What that is.</param>
/// <param name="Seen">The activities of each watched period, the earliest first.</param>
/// <param name="ComplaintsBefore">The complaints of the periods before.</param>
/// <param name="Complaints">Those of the watched ones.</param>
internal sealed record WatchedCustomer(int Customer, int Periods, ActivityBaseline Usual, int[] Seen, int ComplaintsBefore, int Complaints);
