/** How importance is judged, in public: by reach and by how long it lasts, never by how sure anybody is. */
export const IMPORTANCE =
  '1: of interest to those concerned. 2: to one country or field. 3: to several countries. 4: changes the policy of great powers or the lives of millions. 5: of world-wide consequence for years. An editor judges by reach and duration alone; how sure we are is said by `credibility`.';
