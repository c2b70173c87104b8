namespace CustomerInsight.Models;

/// <summary>The mean of −ln L of a model of contracts over all customers, as a function of the logs of its parameters: α, β and, where there are three, c.</summary>
internal sealed class ContractObjective(IReadOnlyList<ContractCount> counts) : IObjective
{
    // e^20: beyond it the likelihood is flat and the model a limit case. For c, beyond it tᶜ is.
    private const double LargestLog = 20;
    private const double LargestLogOfC = 3.5;

    private readonly double _customers = counts.Sum(static count => (double)count.Customers);

    public double Evaluate(ReadOnlySpan<double> point, Span<double> gradient)
    {
        for (int i = 0; i < point.Length; i++)
        {
            if (!(Math.Abs(point[i]) <= (i < 2 ? LargestLog : LargestLogOfC)))
            {
                return double.PositiveInfinity;
            }
        }

        double alpha = Math.Exp(point[0]);
        double beta = Math.Exp(point[1]);
        double c = point.Length > 2 ? Math.Exp(point[2]) : 1;
        double value = 0;
        gradient.Clear();
        foreach ((ContractLife life, int customers) in counts)
        {
            double share = customers / _customers;
            value -= share * Stay(life.SeenFrom, life.Renewals, share, gradient);
            if (life.Churned)
            {
                double stay = Stay(life.Renewals, life.Renewals + 1, 0, gradient);
                value -= share * Math.Log(-Numeric.ExpM1(stay));

                // d ln(1 − eʸ) / dy.
                Stay(life.Renewals, life.Renewals + 1, -share / Numeric.ExpM1(-stay), gradient);
            }
        }

        return value;

        // ln S(to) − ln S(from); takes its derivatives times the weight off the gradient.
        double Stay(int from, int to, double weight, Span<double> gradient)
        {
            if (from == to)
            {
                return 0;
            }

            double start = Math.Pow(from, c);
            double gap = ContractCurve.Gap(from, to, c);
            double end = start + gap;
            if (weight != 0)
            {
                double byStart = -BetaRatio.BySecond(alpha, beta + start);
                double byEnd = BetaRatio.BySecond(alpha, beta + end);
                gradient[0] -= weight * alpha * BetaRatio.ByAlpha(alpha, beta + start, gap);
                gradient[1] -= weight * beta * (byStart + byEnd);
                if (gradient.Length > 2)
                {
                    gradient[2] -= weight * c * ((from > 0 ? byStart * start * Math.Log(from) : 0) + (byEnd * end * Math.Log(to)));
                }
            }

            return BetaRatio.Log(alpha, beta + start, gap);
        }
    }
}
