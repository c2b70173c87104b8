namespace CustomerInsight.Matching;

/// <summary>Assigns each row to at most one column so that the gains add up to the most.</summary>
/// <remarks><para>Source: shortest augmenting paths with potentials; Jonker and Volgenant, "A shortest augmenting path algorithm for dense and sparse linear assignment problems", Computing 38, 1987.</para></remarks>
internal static class Assignment
{
    /// <summary>Finds the assignment.</summary>
    /// <param name="gains">What each pair is worth, at least 0; 0 for a pair that may not be.</param>
    /// <returns>For each row its column, or −1 where there are more rows than columns and it has none. A column with gain 0 means no partner.</returns>
    public static int[] Heaviest(double[,] gains)
    {
        bool turned = gains.GetLength(0) > gains.GetLength(1);
        int rows = turned ? gains.GetLength(1) : gains.GetLength(0);
        int columns = turned ? gains.GetLength(0) : gains.GetLength(1);
        double Cost(int row, int column) => turned ? -gains[column, row] : -gains[row, column];

        // Row and column 0 are a start outside the matrix.
        double[] rowPotential = new double[rows + 1];
        double[] columnPotential = new double[columns + 1];
        int[] rowOf = new int[columns + 1];
        int[] before = new int[columns + 1];
        for (int row = 1; row <= rows; row++)
        {
            double[] least = new double[columns + 1];
            Array.Fill(least, double.PositiveInfinity);
            bool[] reached = new bool[columns + 1];
            rowOf[0] = row;
            int column = 0;
            do
            {
                reached[column] = true;
                double step = double.PositiveInfinity;
                int next = 0;
                for (int j = 1; j <= columns; j++)
                {
                    if (reached[j])
                    {
                        continue;
                    }

                    double reduced = Cost(rowOf[column] - 1, j - 1) - rowPotential[rowOf[column]] - columnPotential[j];
                    if (reduced < least[j])
                    {
                        least[j] = reduced;
                        before[j] = column;
                    }

                    if (least[j] < step)
                    {
                        step = least[j];
                        next = j;
                    }
                }

                for (int j = 0; j <= columns; j++)
                {
                    if (reached[j])
                    {
                        rowPotential[rowOf[j]] += step;
                        columnPotential[j] -= step;
                    }
                    else
                    {
                        least[j] -= step;
                    }
                }

                column = next;
            }
            while (rowOf[column] != 0);

            for (; column != 0; column = before[column])
            {
                rowOf[column] = rowOf[before[column]];
            }
        }

        int[] assigned = new int[gains.GetLength(0)];
        Array.Fill(assigned, -1);
        for (int j = 1; j <= columns; j++)
        {
            if (rowOf[j] != 0)
            {
                (int row, int column) = turned ? (j - 1, rowOf[j] - 1) : (rowOf[j] - 1, j - 1);
                assigned[row] = column;
            }
        }

        return assigned;
    }
}
